import { uriReference } from './uri-reference.js';

describe('the name of a file as a reference', () => {
  it.each([
    ['conf/flink-conf.yaml', 'conf/flink-conf.yaml'],
    ['my conf/ä.yaml', 'my%20conf/%C3%A4.yaml'],
    ['my%20conf/100%.yaml', 'my%20conf/100%25.yaml'],
    ['C:\\flink\\conf.yaml', 'C:/flink/conf.yaml'],
    ['https://host/a.yaml#L3', 'https://host/a.yaml#L3'],
    ['a b:c.yaml', './a%20b:c.yaml'],
    ['{a}|[b]^.yaml', '%7Ba%7D%7C%5Bb%5D%5E.yaml'],
    ['\u0000', '%00'],
    ['\ud800.yaml', '%EF%BF%BD.yaml'],
    ['', ''],
  ])('%j is %j', (name, reference) => {
    expect(uriReference(name)).toBe(reference);
    expect(uriReference(reference)).toBe(reference);
  });
});

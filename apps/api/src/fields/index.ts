export { accept } from './accept.js';
export { ConfigMap } from './config-map.js';
export { type Enumeration, enumeration } from './enumeration.js';
export { defineField, type FieldOptions, type ModelClass, neededBy } from './field.js';
export { Ints, List, ManyMillis, Nested, Requests, Texts } from './nested-fields.js';
export { Bool, Int, Num, OneOf, Str, Text } from './plain-fields.js';
export {
  BareBytes,
  BareCount,
  BareMillis,
  Bytes,
  BytesPerSecond,
  Count,
  Duration,
  Quantity,
  RecordsPerSecond,
} from './quantity-fields.js';
export { type Reading, readBody } from './read-body.js';
export { Answer, inputNamed, Request, Shape } from './shapes.js';

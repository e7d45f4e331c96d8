import { readFileSync } from 'node:fs';

/** Sums up a report of Jest: "passed failed" to stdout, and to stderr the sentence with the tests that failed, for people. */
const LINES = 12;

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

const say = (text) => process.stderr.write(`        ${text}\n`);
const excerpt = (message) =>
  message
    .replace(/\p{Cc}\[[\d;]*m/gu, '')
    .split('\n')
    .slice(0, LINES)
    .map((line) => line.slice(0, 240));

const report = read(process.argv[2]);
if (report === null) {
  say('no report: the tests did not run to their end');
  process.stdout.write('0 1\n');
} else {
  const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites, testResults } = report;
  say(`${numPassedTests} tests passed, ${numFailedTests} failed, ${numPendingTests} skipped`);
  for (const { name, message, assertionResults } of testResults) {
    const failures = assertionResults.filter(({ status }) => status === 'failed');
    for (const { fullName, failureMessages } of failures) {
      say(`✕ ${fullName}`);
      for (const line of excerpt(failureMessages.join('\n'))) say(`    ${line}`);
    }
    if (assertionResults.length === 0 && message !== '') {
      say(`✕ ${name}`);
      for (const line of excerpt(message)) say(`    ${line}`);
    }
  }
  process.stdout.write(`${numPassedTests} ${numFailedTests + numRuntimeErrorTestSuites}\n`);
}

import { PROBLEM_CODES, PROBLEMS } from '../problem/problems.js';

const TABLE = PROBLEM_CODES.map(
  (code) => `| \`${code}\` | ${PROBLEMS[code].status} | ${PROBLEMS[code].title} |`,
);

/** What an error looks like, and every code that one can carry. */
export const PROBLEM_SCHEMAS = {
  Problem: {
    type: 'object',
    description: 'RFC 9457 problem details. Single codes add members of their own.',
    required: ['type', 'title', 'status', 'detail', 'code'],
    properties: {
      type: { type: 'string', description: 'The same as the code, as a URN.' },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string' },
      code: {
        type: 'string',
        enum: [...PROBLEM_CODES],
        description: ['| code | status | |', '|---|---|---|', ...TABLE].join('\n'),
      },
      errors: { type: 'array', items: { $ref: '#/components/schemas/FieldError' } },
      flinkException: {
        type: 'string',
        description:
          'With `FLINK_REJECTS_CONFIG`: simple name of the exception that Flink throws at start-up.',
      },
      flinkMessage: {
        type: 'string',
        nullable: true,
        description: 'What it says; null where it says nothing.',
      },
      flinkCause: {
        allOf: [{ $ref: '#/components/schemas/FlinkCause' }],
        description: 'Absent where there is no other exception.',
      },
      keys: { type: 'array', items: { type: 'string' }, description: 'The options that are at odds.' },
      nearest: {
        nullable: true,
        allOf: [{ $ref: '#/components/schemas/ConfigPatch' }],
        description: 'The nearest configuration that Flink accepts, as a change; null where none was found.',
      },
    },
    additionalProperties: true,
  },
  FieldError: {
    type: 'object',
    required: ['pointer', 'message'],
    properties: {
      pointer: { type: 'string', description: 'A JSON pointer into the body; empty for the whole.' },
      message: { type: 'string', description: 'What is wrong, and what would do.' },
      received: { description: 'What came; `******` where it may be a secret.' },
    },
  },
};

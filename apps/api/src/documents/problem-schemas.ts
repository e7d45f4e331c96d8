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

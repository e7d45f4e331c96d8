import { BadRequestException, HttpException, NotFoundException } from '@nestjs/common';
import { ProblemException } from './problem-exception.js';
import { refusalOf } from './problem-from.js';
import { problemOf } from './problem-of.js';
import { PROBLEM_CODES, PROBLEMS, problemType } from './problems.js';

const withCode = (code: string, more: object = {}): Error => Object.assign(new Error('x'), { code, ...more });

describe('whatever was thrown becomes a problem', () => {
  it.each<[string, unknown, string]>([
    ['ours', new ProblemException('PRECONDITION_FAILED'), 'PRECONDITION_FAILED'],
    ['a missing route', new NotFoundException(), 'NOT_FOUND'],
    ['a bad request', new BadRequestException(), 'INVALID_REQUEST'],
    ['a teapot', new HttpException('x', 418), 'INTERNAL'],
    ['too large a body', withCode('FST_ERR_CTP_BODY_TOO_LARGE', { statusCode: 413 }), 'BODY_TOO_LARGE'],
    [
      'another media type',
      withCode('FST_ERR_CTP_INVALID_MEDIA_TYPE', { statusCode: 415 }),
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['no database', withCode('ECONNREFUSED'), 'UNAVAILABLE'],
    ['a database that stops', withCode('57P01'), 'UNAVAILABLE'],
    [
      'too many connections, wrapped',
      Object.assign(new Error('x'), { driverError: withCode('53300') }),
      'UNAVAILABLE',
    ],
    ['a wrong statement', withCode('42601'), 'INTERNAL'],
    ['a defect', new TypeError('x is not a function'), 'INTERNAL'],
    ['not even an error', 'oops', 'INTERNAL'],
    ['nothing', undefined, 'INTERNAL'],
  ])('%s', (_name, thrown, code) => {
    expect(refusalOf(thrown).problem.code).toBe(code);
  });

  it('says when to come back where it is not available', () => {
    expect(refusalOf(withCode('ECONNREFUSED')).headers).toEqual({ 'Retry-After': '1' });
  });

  it('says nothing of a defect', () => {
    const { problem, defect } = refusalOf(new Error('password=hunter2'));
    expect(defect).toBe(true);
    expect(JSON.stringify(problem)).not.toContain('hunter2');
  });
});

describe('the table of problems', () => {
  it('has a type of its own for each code', () => {
    expect(new Set(PROBLEM_CODES.map(problemType)).size).toBe(PROBLEM_CODES.length);
    expect(problemType('FLINK_REJECTS_CONFIG')).toBe('urn:plimsoll:problem:flink-rejects-config');
  });

  it.each(PROBLEM_CODES)('has a status of an error for %s', (code) => {
    expect(PROBLEMS[code].status).toBeGreaterThanOrEqual(400);
  });
});

describe('the problem of rejected fields', () => {
  it('repeats what came, not what was made of it', () => {
    const { problem } = problemOf([{ pointer: '/size', message: 'must not be negative' }], { size: '-1 kB' });
    expect(problem).toMatchObject({
      status: 422,
      code: 'INVALID_VALUE',
      detail: '/size must not be negative',
      errors: [{ pointer: '/size', message: 'must not be negative', received: '-1 kB' }],
    });
  });

  it('does not grow without end', () => {
    const rejections = Array.from({ length: 5000 }, (_, i) => ({
      pointer: `/${i}`,
      message: 'is not a known field',
    }));
    const { problem } = problemOf(rejections, {}, 'INVALID_REQUEST');
    expect(problem.errors).toHaveLength(1000);
    expect(problem.detail).toBe('5000 errors, the first 1000 listed; the first: /0 is not a known field');
  });
});

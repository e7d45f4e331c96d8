import { ValidateBy, type ValidationArguments } from 'class-validator';

/** `shape`: the body cannot be read (400). `value`: it can, but the value cannot be used (422). */
export type Stage = 'shape' | 'value';

/**
 * A class-validator decorator from a question and its answer. The message says what would do, and never repeats the
 * value: that is `received`, which hides secrets.
 */
export const judge = (
  name: string,
  accepts: (value: unknown) => boolean,
  message: string | ((value: unknown) => string),
  stage: Stage = 'shape',
): PropertyDecorator =>
  ValidateBy(
    {
      name,
      validator: {
        validate: accepts,
        defaultMessage: (about?: ValidationArguments) =>
          typeof message === 'string' ? message : message(about?.value),
      },
    },
    { context: { stage } },
  );

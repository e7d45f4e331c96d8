export const remarks = (..._: unknown[]): string[] => [];

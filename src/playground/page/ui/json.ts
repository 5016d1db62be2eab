/** Blocks come from an app and may be of kinds nobody here has heard of, so they are read, never trusted. */
export type Json = Record<string, unknown>;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object at hand, or an empty one. */
export const json = (value: unknown): Json => (isJson(value) ? value : {});
/** The objects in a list; anything else in it is left out. */
export const jsons = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
export const string = (value: unknown): string => (typeof value === 'string' ? value : '');
export const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
export const strings = (value: unknown): string[] => list(value).filter((item) => typeof item === 'string');
/** The words of a text object, or of a bare string, as written. */
export const words = (value: unknown): string => (typeof value === 'string' ? value : string(json(value).text));

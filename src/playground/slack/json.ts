/** An object of JSON whose members are not known yet. */
export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects of a list; anything else is left out. */
export const objectsIn = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** The strings of a list; anything else is left out. */
export const stringsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

/** "" when it is not a string. */
export const stringIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Undefined when it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out members that are undefined: state must be plain JSON, and absent is not the same as undefined. */
export function defined<T extends Json>(members: T): Defined<T> {
  const kept: Json = {};
  for (const [key, value] of Object.entries(members)) if (value !== undefined) kept[key] = value;
  return kept as Defined<T>;
}

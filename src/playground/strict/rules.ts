/** What is wrong with a value, before the call gives it an error code. A fault may bring its own. */
export type Fault = { pointer: string; why: string; error?: string };

/** Looks at a value and answers with its faults; none when Slack takes it. */
export type Rule = (value: unknown, pointer: string) => Fault[];

/** The rules of an object's fields, by field name. */
export type Fields = Record<string, Rule>;

/** Bounds of a length or a count, both included. */
export type Bounds = { min?: number; max?: number };

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The items of a list; none for what is no list. */
export const itemsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The pointer to a field, with `~` and `/` in its name escaped (RFC 6901). */
export const into = (pointer: string, field: string): string =>
  `${pointer}/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`;

export const fault = (pointer: string, why: string): Fault[] => [{ pointer, why }];

/** A short name of what was found, for the sentence of a refusal. */
export function nameOf(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return JSON.stringify(value).slice(0, 60);
}

function outside(found: number, { min = 0, max = Number.POSITIVE_INFINITY }: Bounds, unit: string, pointer: string) {
  if (found > max) return fault(pointer, `has ${found} ${unit}; Slack takes at most ${max}`);
  if (found < min) return fault(pointer, `has ${found} ${unit}; Slack wants at least ${min}`);
  return [];
}

/** A string of so many characters (UTF-16 units). */
export const string =
  (bounds: Bounds = {}): Rule =>
  (value, pointer) =>
    typeof value === 'string'
      ? outside(value.length, bounds, 'characters', pointer)
      : fault(pointer, `must be a string, not ${nameOf(value)}`);

/** A string for which `holds`; `kind` says what it must be. */
export const stringThat =
  (kind: string, holds: (text: string) => boolean, bounds: Bounds = {}): Rule =>
  (value, pointer) => {
    const faults = string(bounds)(value, pointer);
    if (faults.length > 0 || (typeof value === 'string' && holds(value))) return faults;
    return fault(pointer, `must be ${kind}, not ${nameOf(value)}`);
  };

export const boolean: Rule = (value, pointer) =>
  typeof value === 'boolean' ? [] : fault(pointer, `must be true or false, not ${nameOf(value)}`);

export const integer =
  ({ min = 0, max = Number.POSITIVE_INFINITY }: Bounds): Rule =>
  (value, pointer) => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return [];
    const range = max === Number.POSITIVE_INFINITY ? `of at least ${min}` : `from ${min} to ${max}`;
    return fault(pointer, `must be a whole number ${range}, not ${nameOf(value)}`);
  };

export const number: Rule = (value, pointer) =>
  typeof value === 'number' && Number.isFinite(value) ? [] : fault(pointer, `must be a number, not ${nameOf(value)}`);

export const oneOf =
  (...allowed: (string | number)[]): Rule =>
  (value, pointer) =>
    allowed.some((each) => each === value)
      ? []
      : fault(pointer, `must be one of ${allowed.join(', ')}, not ${nameOf(value)}`);

/** A list of so many items, each by the same rule. */
export const listOf =
  (item: Rule, bounds: Bounds = {}): Rule =>
  (value, pointer) => {
    if (!Array.isArray(value)) return fault(pointer, `must be a list, not ${nameOf(value)}`);
    const items = value.flatMap((each, index) => item(each, `${pointer}/${index}`));
    return [...outside(value.length, bounds, 'items', pointer), ...items];
  };

/**
 * An object with these fields and no others: Slack refuses unknown ones ("invalid additional property"). A field that
 * is `undefined` counts as absent, as in JSON. `wholes` look at the object only once its fields are right, and the first
 * that finds a fault ends it.
 */
export const object =
  (required: Fields, optional: Fields = {}, ...wholes: Rule[]): Rule =>
  (value, pointer) => {
    if (!isRecord(value)) return fault(pointer, `must be an object, not ${nameOf(value)}`);
    const known: Fields = { ...required, ...optional };
    const missing = Object.keys(required).filter((field) => value[field] === undefined);
    const faults = [
      ...missing.flatMap((field) => fault(`${pointer}/${field}`, `${field} is missing; Slack requires it`)),
      ...Object.keys(value).flatMap((field) => fieldFaults(known, value, field, pointer)),
    ];
    if (faults.length > 0) return faults;
    return wholes.map((whole) => whole(value, pointer)).find((found) => found.length > 0) ?? [];
  };

function fieldFaults(known: Fields, value: Record<string, unknown>, field: string, pointer: string): Fault[] {
  if (value[field] === undefined) return [];
  const rule = Object.hasOwn(known, field) ? known[field] : undefined;
  const at = into(pointer, field);
  return rule === undefined ? fault(at, `${field} is not a field that Slack knows here`) : rule(value[field], at);
}

/** An object whose `type` picks the rule of its other fields. `place` and `allowed` say which types may stand here (all, by default). */
export const byType =
  (rules: Fields, place: string, allowed: readonly string[] = Object.keys(rules)): Rule =>
  (value, pointer) => {
    if (!isRecord(value)) return fault(pointer, `must be an object, not ${nameOf(value)}`);
    const type = value.type;
    const rule = typeof type === 'string' && Object.hasOwn(rules, type) ? rules[type] : undefined;
    if (rule === undefined) return fault(`${pointer}/type`, `Slack knows no type ${nameOf(type)} here`);
    const { type: _, ...fields } = value;
    if (allowed.some((each) => each === type)) return rule(fields, pointer);
    return fault(pointer, `${type} may not stand in ${place}; Slack takes ${allowed.join(', ')}`);
  };

/** Exactly one of two fields must be there. */
export const eitherOr =
  (one: string, other: string): Rule =>
  (value, pointer) => {
    const found = isRecord(value) ? [one, other].filter((field) => value[field] !== undefined) : [];
    return found.length === 1 ? [] : fault(pointer, `needs either ${one} or ${other}, and has ${found.length} of them`);
  };

/** At least one of these fields must be there. */
export const atLeastOneOf =
  (...fields: string[]): Rule =>
  (value, pointer) =>
    isRecord(value) && fields.some((field) => value[field] !== undefined)
      ? []
      : fault(pointer, `needs one of ${fields.join(', ')}`);

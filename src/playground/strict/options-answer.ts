import { SELECT_GROUPS_MAX, SELECT_OPTIONS_MAX } from '#slack/limits.ts';
import { menuOption, optionGroup } from './composition.ts';
import type { Refusal } from './refusal.ts';
import { eitherOr, listOf, object } from './rules.ts';

/** Unlike a menu, an answer may be empty: nothing found. */
const answer = object(
  {},
  {
    options: listOf(menuOption, { max: SELECT_OPTIONS_MAX }),
    option_groups: listOf(optionGroup, { max: SELECT_GROUPS_MAX }),
  },
  eitherOr('options', 'option_groups'),
);

/** What Slack would refuse in the answer to type-ahead (block_suggestion): at most 100 options, or 100 groups of 100. */
export function refusalsOfOptions(answered: unknown): Refusal[] {
  return answer(answered, '').map((each) => ({ error: 'invalid_arguments', ...each }));
}

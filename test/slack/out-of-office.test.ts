import { describe, expect, it } from 'vitest';
import { awayUntil } from '#slack/out-of-office.ts';

const ENDS = 1_900_000_000;
const status = (text: string, emoji = '') => ({ status_text: text, status_emoji: emoji, status_expiration: ENDS });

describe('a status with an end', () => {
  it.each([
    ...[status('', ':palm_tree:'), status('Out sick', ':face_with_thermometer:'), status('', ':airplane:')],
    ...[status('Vacationing'), status('out of office until Friday'), status('On parental leave'), status('OOO')],
    ...[status('請假'), status('休假中'), status('到高雄出差')],
  ])('says out of office: %j', (profile) => {
    expect(awayUntil(profile)).toBe(ENDS * 1_000);
  });

  it.each([
    ...[status('In a meeting', ':calendar:'), status('Working remotely', ':house_with_garden:'), status('Commuting')],
    ...[status('Back from vacation', ':palm_tree:'), status('Leave me a note'), status('開會中')],
    { status_text: 'Vacation', status_emoji: ':palm_tree:', status_expiration: 0 },
  ])('says nothing of the kind: %j', (profile) => {
    expect(awayUntil(profile)).toBeUndefined();
  });

  it('is not there at all', () => {
    expect(awayUntil()).toBeUndefined();
  });
});

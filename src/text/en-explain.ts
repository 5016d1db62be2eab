/** English: what `npm run policy:explain` prints. */
export const enExplain = {
  'explain.track': '{{track}}: {{reasons}}',
  'explain.seats': 'Who decides for {{unit}}',
  'explain.seat': '{{seat}}: {{who}}',
  'explain.seat-stand-ins': '{{seat}}: {{who}} (or {{standIns}})',
  'explain.promises': 'By when, when it starts now',
  'explain.response': 'First answer within {{hours}} business hours: {{by}}',
  'explain.decision': 'Decision within {{days}} business days: {{by}}',
  'explain.policy': 'Policy {{version}}, from {{file}}',
} as const;

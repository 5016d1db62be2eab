/** English: several seats, talking it through, clocks, standing in. */
export const enTogether = {
  'action.talk-through': 'Talk it through',
  'action.leave-it': 'Leave it',
  'action.tell-view': 'How I see it',
  'action.revive': 'Bring it back',

  'card.seats': '*Who decides:* {{seats}}',
  'card.seat-yes': '{{seat}}: {{who}} said yes',
  'card.seat-no': '{{seat}}: {{who}} said not this time',
  'card.seat-waiting': '{{seat}}: {{who}}',
  'card.next-seat': '*Next:* {{who}} decides for {{seat}} by {{decision}}',
  'card.next-objected': '*Next:* {{requester}} can talk it through until {{until}}; otherwise it stays at that.',
  'card.talk': '*We sit down* by {{date}}, then the same people decide again.',
  'card.expired': '*Resting* since {{when}}: it waited for {{by}}. One press brings it back.',
  'card.status-objected': 'not this time, unless {{requester}} talks it through',
  'card.status-expired': 'resting',

  'seated.lead-above': '{{requester}} leads {{unit}}, so {{who}} decides on the budget.',
  'seated.it-lead': 'For {{seat}}, {{who}} decides, since nobody else can sit there.',

  'objected.title': '{{by}}: not this time.',
  'objected.reason': 'Why:',
  'objected.way-forward': 'What would make it a yes:',
  'objected.offer':
    '{{requester}}, want to talk it through? {{joining}} join, half an hour is enough. The offer stands until {{until}}.',
  'talk.title': '{{requester}} would like to talk it through. {{joining}}, please join: half an hour by {{date}}.',
  'talk.ask': '{{requester}} and {{objector}}, two sentences each on how you see it. Both appear here side by side.',
  'talk.views': '*How both of you see it*',
  'talk.after': 'Sit down by {{date}}, then {{seats}} decide again, above.',
  'paired.stood-in': '{{requester}}, {{engineer}} is your IT partner for this now, in place of {{for}}. {{standIn}}',
  'stood-in.away': '{{from}} is away, so {{to}} takes over. Everything so far is above.',
  'stood-in.left': '{{from}} has left, so {{to}} takes over. Everything so far is above.',
  'escalated.response':
    '{{leads}}: {{requester}} still waits for a first word, promised by {{by}}. Can you help it along?',
  'escalated.decision': '{{leads}}: the decision was promised by {{by}}. Can you help it along?',
  'expired.text': 'Nothing moved for ten working days, so this rests. {{requester}}, one press brings it back.',
  'revived.text': '{{by}} brought it back. {{requester}}, the question above is next.',

  'told.objected': '*{{id}}*: {{by}} says not this time. You can talk it through until {{until}}.',
  'told.talk-opened':
    '*{{id}}*: {{requester}} would like to talk a no through. Half an hour by {{date}}; you are asked to join.',
  'told.seat-waits': '*{{id}}*: your yes for {{seat}} is next, by {{decision}}.',
  'told.stood-in.to-new': '*{{id}}* is yours now: {{from}} {{why}}. Decision by {{decision}}.',
  'told.stood-in.to-old': '*{{id}}* is with {{to}} while you are away.',
  'told.stood-in.away': 'is away',
  'told.stood-in.left': 'has left',
  'admin.nobody-left':
    '*{{id}}* waits for somebody: {{engineer}} {{why}}, and nobody else in IT can take it now. Who could? Add them under `it.engineers` in the org file, and hand it over in its thread.',
  'told.expired': '*{{id}}* rests: the question has waited for ten working days. One press brings it back.',
  'told.response-half': '*{{id}}*: {{requester}} hopes for a first word by {{response}}. One line is enough.',
  'told.response-late':
    '*{{id}}*: {{requester}} still waits for a first word from {{engineer}}, promised by {{response}}.',
  'told.decision-half': '*{{id}}*: half of the time to decide is gone. The promise is {{decision}}.',
  'told.decision-late':
    '*{{id}}*: the decision was promised by {{decision}}, and {{who}} has it. Can you help it along?',
  'told.waiting-first': '*{{id}}* waits for your answer. The clock stands still until then.',
  'told.waiting-second':
    '*{{id}}* still waits for your answer. After {{until}} it rests, and one press brings it back.',

  'record.objections': '*Kept from the talk:*',
  'record.objection': '{{by}} ({{seat}}):',

  'refusal.has-decided': 'You have decided here already, {{when}}. If something changed, reopen it once it is decided.',
  'refusal.already-expired': 'It rests since {{when}}. One press on the card brings it back.',
  'refusal.objection-first': 'It is with {{requester}} now, who can talk it through or leave it.',
  'refusal.nothing-to-talk-through': 'There is nothing to talk through right now. Write in the thread.',
  'refusal.words-needed.view': 'Add how you see it; two sentences are enough.',

  'form.tell-view.title': 'How I see it',
  'form.tell-view.submit': 'Show both',
  'form.tell-view.view': 'How do you see it, in two sentences?',
  'form.tell-view.hint': 'What matters to you, and what you could live with.',
  'status.objected': 'not this time; {{requester}} can talk it through until {{until}}',
  'status.expired': 'resting since {{when}}',
} as const;

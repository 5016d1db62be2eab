/** One of everything, for looking at and for tests. */
const plain = (text: string) => ({ type: 'plain_text', text, emoji: true });
const mrkdwn = (text: string, verbatim = false) => ({ type: 'mrkdwn', text, verbatim });
const option = (text: string, value: string) => ({ text: plain(text), value });
const stages = [option('Exploring', 'exploring'), option('Comparing', 'comparing'), option('Trial', 'trial')];

const input = (id: string, label: string, element: object, more: object = {}) => ({
  type: 'input',
  block_id: id,
  label: plain(label),
  element: { action_id: id, ...element },
  ...more,
});

/** A modal with every kind of input. */
export const everyInput = {
  type: 'modal',
  callback_id: 'every_input',
  title: plain('Buy a tool'),
  submit: plain('Send to IT'),
  close: plain('Not now'),
  notify_on_close: true,
  blocks: [
    { type: 'section', block_id: 'intro', text: mrkdwn('Tell us *what you want to achieve*. It takes a minute.') },
    input(
      'outcome',
      'What outcome do you want?',
      {
        type: 'plain_text_input',
        multiline: true,
        max_length: 200,
        focus_on_load: true,
        placeholder: plain('Landing pages in two days instead of ten'),
      },
      { hint: plain('The result, not the tool.') },
    ),
    input('tool', 'Which tool or kind of tool?', {
      type: 'external_select',
      min_query_length: 2,
      placeholder: plain('Type to search'),
    }),
    input('stage', 'Where are you?', { type: 'static_select', options: stages, initial_option: stages[0] }),
    input('cost', 'Yearly cost, roughly', { type: 'number_input', is_decimal_allowed: false }, { optional: true }),
    input(
      'pays',
      'Who pays?',
      { type: 'radio_buttons', options: [option("Our unit's budget", 'unit'), option('IT', 'it')] },
      { optional: true },
    ),
    input(
      'data',
      'What data will it touch?',
      {
        type: 'checkboxes',
        options: [
          { ...option('Personal', 'personal'), description: plain('Names, addresses, e-mail') },
          option('Payment', 'payment'),
        ],
      },
      { optional: true },
    ),
    input('needed', 'Needed by', { type: 'datepicker' }, { optional: true }),
    input('meet', 'Meet at', { type: 'timepicker', initial_time: '14:30' }, { optional: true }),
    input('demo', 'Demo', { type: 'datetimepicker', initial_date_time: 1767258000 }, { optional: true }),
    input('mail', 'Contact', { type: 'email_text_input', placeholder: plain('name@example.com') }, { optional: true }),
    input('site', 'Vendor page', { type: 'url_text_input' }, { optional: true }),
    input('users', 'Who else?', { type: 'multi_users_select', initial_users: ['U0EVE'] }, { optional: true }),
    input('owner', 'Owner', { type: 'users_select' }, { optional: true }),
    input(
      'where',
      'Where?',
      { type: 'conversations_select', default_to_current_conversation: true },
      { optional: true },
    ),
    input('channels', 'Channels', { type: 'multi_channels_select' }, { optional: true }),
    input('tags', 'Tags', { type: 'multi_static_select', options: stages }, { optional: true }),
    input('files', 'Files', { type: 'file_input', filetypes: ['pdf'] }, { optional: true }),
    input('notes', 'Notes', { type: 'rich_text_input' }, { optional: true }),
    { type: 'alert', block_id: 'warn', level: 'info', text: plain('Nobody needs to know a vendor to start.') },
  ],
};

/** A request's card, as in the decision thread. */
export const card = [
  { type: 'header', block_id: 'h', text: plain('BUY-17 · Landing pages in two days instead of ten') },
  {
    type: 'section',
    block_id: 's',
    text: mrkdwn(
      '<@U0MIA> (Marketing) and <@U0EVE> (IT), together\nLooking for: a design tool, perhaps Figma · about US$1,200 a year · 5 people',
    ),
  },
  {
    type: 'section',
    block_id: 'f',
    fields: [
      mrkdwn('*Track*\nFast: under US$2,000 and no personal data'),
      mrkdwn('*Next*\nEve answers by <!date^1767258000^{date_short_pretty} {time}|Thu 17:00>'),
    ],
  },
  {
    type: 'actions',
    block_id: 'a',
    elements: [
      { type: 'button', action_id: 'decision.approve', text: plain('Approve'), style: 'primary', value: '17' },
      {
        type: 'button',
        action_id: 'decision.decline',
        text: plain('Not this time'),
        style: 'danger',
        value: '17',
        confirm: {
          title: plain('Not this time?'),
          text: plain('Mia is told, with a way forward.'),
          confirm: plain('Go on'),
          deny: plain('Wait'),
        },
      },
      { type: 'static_select', action_id: 'step', placeholder: plain('Add a step'), options: stages },
      { type: 'overflow', action_id: 'more', options: [option('Hand over', 'hand'), option('Withdraw', 'withdraw')] },
    ],
  },
  {
    type: 'context',
    block_id: 'c',
    elements: [mrkdwn('Paired because Eve is embedded with Marketing · 2 open requests :seedling:')],
  },
];

/** Blocks that a message may hold besides those of the card. */
export const showcase = [
  {
    type: 'rich_text',
    block_id: 'rt',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'Joint steps ' },
          { type: 'emoji', name: 'memo' },
          { type: 'text', text: ' bold', style: { bold: true } },
        ],
      },
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [
          { type: 'rich_text_section', elements: [{ type: 'text', text: 'needs confirmed' }] },
          {
            type: 'rich_text_section',
            elements: [
              { type: 'user', user_id: 'U0EVE' },
              { type: 'text', text: ' compares options' },
            ],
          },
        ],
      },
    ],
  },
  {
    type: 'data_visualization',
    block_id: 'dv',
    title: 'How early IT came in',
    chart: {
      type: 'bar',
      series: [
        {
          name: 'Marketing',
          data: [
            { label: 'Q1', value: 40 },
            { label: 'Q2', value: 62 },
            { label: 'Q3', value: 80 },
          ],
        },
        {
          name: 'Sales',
          data: [
            { label: 'Q1', value: 20 },
            { label: 'Q2', value: 45 },
            { label: 'Q3', value: 70 },
          ],
        },
      ],
      axis_config: { categories: ['Q1', 'Q2', 'Q3'] },
    },
  },
  {
    type: 'table',
    block_id: 'tb',
    rows: [
      [
        { type: 'raw_text', text: 'Tool' },
        { type: 'raw_text', text: 'Yearly cost' },
      ],
      [
        { type: 'raw_text', text: 'Figma' },
        { type: 'raw_text', text: 'US$1,200' },
      ],
    ],
  },
];

/** What people, or those who wish them ill, may type into any field. Each is to be shown exactly so. */
export const NASTY: Record<string, string> = {
  'a call to everyone': '<!channel> <!here> <!everyone> @here @channel',
  'a mention': '<@U0LENA> <@U0LENA|lena> @lena <!subteam^S1>',
  'a channel': '<#C0GENERAL> <#C0GENERAL|general> #general',
  'a link that poses as another': '<https://evil.example|https://bank.example>',
  'a bare link': 'https://evil.example/?a=1&b=2 www.evil.example mailto:a@evil.example',
  'a date of Slack’s': '<!date^1392734382^{date}^https://evil.example|now>',
  'right-to-left marks': 'invoice\u202Efdp.exe \u200F\u2066a\u2069',
  emoji: '👨‍👩‍👧‍👦 :tada: 🇹🇼 ✅',
  markup: '*bold* _it_ ~no~ `code` ```block``` > quote',
  entities: '&amp; &lt;b&gt; & < > &amp;lt;',
  'our own placeholders': '{{id}} {{- id}} $t(help.title) {{count}} %s $x',
  quotes: `'"\\"; DROP TABLE request; --`,
  'odd characters': 'a\u0000b\uFFFDc\uFEFF\u2028d\u0301\u0301',
  'half of a pair': 'x\uD83D y',
  'several lines': 'one\n\n\n> two\r\n\tthree',
};

/** All of it at once, about 700 characters. */
export const ALL_NASTY = Object.values(NASTY).join(' | ');

/** Undoes Slack's three escapes, in the order that keeps `&amp;lt;` as the text `&lt;`. */
export const decode = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

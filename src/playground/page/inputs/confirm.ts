import type { Page } from '../page.ts';
import { isJson, type Json, words } from '../ui/json.ts';

/** Runs `then`, after asking when the element has a confirm dialog. */
export function confirmed(page: Page, element: Json, then: () => void): void {
  const { confirm } = element;
  if (!isJson(confirm)) {
    then();
    return;
  }
  page.change((ui) => {
    ui.popup = undefined;
    ui.confirm = {
      title: words(confirm.title) || page.words.confirmTitle,
      text: words(confirm.text),
      yes: words(confirm.confirm) || page.words.yes,
      no: words(confirm.deny) || page.words.no,
      isDanger: confirm.style === 'danger',
      then,
    };
  });
}

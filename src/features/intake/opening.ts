import type { AllMiddlewareArgs, RespondFn } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { hasWords } from '#domain/guards.ts';
import type { Intent } from '#domain/listening.ts';
import { clip } from '#slack/limits.ts';
import { plainWords } from '#slack/mrkdwn.ts';
import type { Text } from '#text/text.ts';
import type { IntakeDeps } from './intake.deps.ts';
import { ANSWER_CHARS_MAX } from './intake.form.ts';
import { TOOL_CHARS_MAX, type Typed } from './typed.ts';

/** What a form is opened with: Slack's leave to open one, and where to say that it did not work. */
export type Opening = {
  triggerId: string;
  client: AllMiddlewareArgs['client'];
  respond?: RespondFn;
  deps: IntakeDeps;
};

/** Shows a form. @throws what Slack answered, after its person was told */
export async function showForm(view: ModalView, text: Text, opening: Opening): Promise<void> {
  const { triggerId, client, respond, deps } = opening;
  try {
    await client.views.open({ trigger_id: triggerId, view });
  } catch (error) {
    if (isUsedUp(error)) return;
    const leads = deps
      .org()
      .it.leads.map((lead) => `<@${lead}>`)
      .join(' ');
    await respond?.({ response_type: 'ephemeral', text: text.plain('error.slack', { leads }) });
    throw error;
  }
}

/** Another process has opened the form already, for an earlier delivery of the same command. */
const isUsedUp = (error: unknown): boolean =>
  error instanceof Error && 'data' in error && JSON.stringify(error.data).includes('exchanged_trigger_id');

/** What was heard; two tools that are compared stand side by side. */
export function fromHeard({ stage, tools, kind }: Intent): Typed {
  const words = clip(tools.join(' / ') || kind || '', TOOL_CHARS_MAX);
  return { stage, ...(words && { tool: { kind: 'words', words } }) };
}

/** Words after the command name a tool when they fit one; longer ones are what somebody wants to achieve. */
export const fromWords = (text: string): Typed => {
  const words = plainWords(text).trim();
  if (!hasWords(words)) return {};
  return words.length <= TOOL_CHARS_MAX
    ? { tool: { kind: 'words', words } }
    : { outcome: clip(words, ANSWER_CHARS_MAX) };
};

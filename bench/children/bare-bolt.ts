/** What everything is compared with: Bolt as its README has it, acknowledging `/buy-tool` and opening one constant form. */
import { argv } from 'node:process';
import { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';

export type BareBoltSettings = {
  port: number;
  token: string;
  signingSecret: string;
  slackApiUrl: string;
  view: ModalView;
};

const { port, token, signingSecret, slackApiUrl, view }: BareBoltSettings = JSON.parse(String(argv[2]));

const app = new App({ token, signingSecret, clientOptions: { slackApiUrl } });

app.command('/buy-tool', async ({ ack, body, client }) => {
  await ack();
  await client.views.open({ trigger_id: body.trigger_id, view });
});

await app.start(port);

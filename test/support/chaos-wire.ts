import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Dice } from './chaos-random.ts';

/** The way from Slack to the app, on which answers get lost after the app has done its part. */
export type LossyWire = {
  url: string;
  /** Where the app listens from now on. */
  leadTo(port: number): void;
  /** No answer gets lost any more. */
  mend(): void;
  lost(): number;
  close(): void;
};

export async function openLossyWire(dice: Dice, lossProbability: number): Promise<LossyWire> {
  let probability = lossProbability;
  let port = 0;
  let lost = 0;

  function pass(from: IncomingMessage, to: ServerResponse): void {
    const { method, url, headers } = from;
    const onward = request({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
      const isLost = dice.chance(probability);
      if (isLost) lost += 1;
      answer.on('error', () => to.destroy());
      if (isLost) answer.resume().once('end', () => to.destroy());
      else answer.pipe(to.writeHead(answer.statusCode ?? 0, answer.headers));
    });
    onward.on('error', () => to.destroy());
    from.pipe(onward);
  }

  const server = createServer(pass);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leadTo: (next) => {
      port = next;
    },
    mend: () => {
      probability = 0;
    },
    lost: () => lost,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

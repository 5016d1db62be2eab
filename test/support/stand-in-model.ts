import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** What the endpoint was asked: the request as it came. */
export type Question = { path: string; headers: IncomingHttpHeaders; body: Record<string, unknown> };

export type StandInModel = {
  /** The base address, as LISTENING_LLM_URL has it. */
  url: string;
  questions: Question[];
  /** The messages that it was shown, in order. */
  shown(): unknown[];
};

/** A chat completion with this content, as OpenAI-compatible endpoints send it. */
export const completion = (content: unknown): string =>
  JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
  });

/** An OpenAI-compatible endpoint on a free port, until the test ends. It answers what `answer` does, or nothing ever. */
export async function standInModel(
  answer: (response: ServerResponse, question: Question) => unknown,
): Promise<StandInModel> {
  const questions: Question[] = [];
  const server = createServer(async (request, response) => {
    const { url: path = '', headers } = request;
    const question = { path, headers, body: JSON.parse(await text(request)) };
    questions.push(question);
    answer(response, question);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/v1`, questions, shown: () => questions.map(messageIn) };
}

function messageIn({ body }: Question): unknown {
  const { messages } = body as { messages: { role: string; content: string }[] };
  return JSON.parse(messages.find(({ role }) => role === 'user')?.content ?? '{}').message;
}

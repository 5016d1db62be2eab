import type { IncomingMessage, ServerResponse } from 'node:http';
import type { World } from './world.ts';

/** Answers one method and path. */
export type Route = (
  world: World,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
) => void | Promise<void>;

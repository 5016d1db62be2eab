/** The Web API as an emulate service: one route, a table of methods, tokens and scopes. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { createEmulator, defineEmulator } from 'emulate';
import { type ApiAnswer, type ApiMethod, refuse } from './answers.ts';
import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversation-methods.ts';
import { fileMethods } from './files.ts';
import { historyMethods } from './history.ts';
import { isObject, type Json, parseJson, stringIn } from './json.ts';
import { peopleMethods } from './people.ts';
import { missingScope } from './scopes.ts';
import type { State } from './state.ts';
import { uploadMethods } from './uploads.ts';
import { viewMethods } from './view-methods.ts';
import type { World } from './world.ts';

const connectionMethods: Record<string, ApiMethod> = {
  'apps.connections.open': {
    tier: 1,
    token: 'app',
    run: (world) => ({ ok: true, url: world.transport.socketUrl() }),
  },
};

const methods: Record<string, ApiMethod> = {
  ...chatMethods,
  ...conversationMethods,
  ...historyMethods,
  ...viewMethods,
  ...peopleMethods,
  ...fileMethods,
  ...uploadMethods,
  ...connectionMethods,
};

export const findMethod = (name: string): ApiMethod | undefined =>
  Object.hasOwn(methods, name) ? methods[name] : undefined;

const digest = (text: string) => createHash('sha256').update(text).digest();
const isSame = (a: string, b: string) => timingSafeEqual(digest(a), digest(b));

/** apps.connections.open takes its token from the header only; others from the body too. */
function refusalOfToken(world: World, method: ApiMethod, header: string, args: Json): ApiAnswer | undefined {
  const { botToken, appToken } = world.settings;
  const token = header.replace(/^Bearer /, '') || (method.token === 'bot' ? stringIn(args.token) : '');
  if (token === '') return refuse('not_authed', 'No token came with the call.');
  if (isSame(token, method.token === 'bot' ? botToken : appToken)) return undefined;
  if (isSame(token, method.token === 'bot' ? appToken : botToken))
    return refuse('not_allowed_token_type', `This method takes the ${method.token} token.`);
  return refuse('invalid_auth', 'That is no token of this workspace.');
}

function callMethod(world: World, name: string, header: string, args: Json): ApiAnswer {
  const method = findMethod(name);
  if (!method) return refuse('unknown_method', `There is no method ${name} here.`, { req_method: name });
  const refusal = refusalOfToken(world, method, header, args);
  if (refusal) return refusal;
  const missing = method.scope === undefined ? undefined : missingScope(world, method.scope);
  return missing ?? method.run(world, args);
}

export type Service = {
  call(name: string, header: string, args: Json): Promise<Json>;
  snapshot(): unknown;
  close(): Promise<void>;
};

/** `makeWorld` gets the state that emulate keeps; whatever changes in it is in the next snapshot. */
export async function createService(seed: State, makeWorld: (state: State) => World): Promise<Service> {
  const definition = defineEmulator<State>({
    name: 'local-slack',
    stateVersion: 1,
    state: () => seed,
    cors: false,
    setup({ app, state }) {
      const world = makeWorld(state);
      app.post('/api/:method', async (context) => {
        const body: unknown = await context.req.json();
        const header = context.req.header('authorization') ?? '';
        return context.json(callMethod(world, context.req.param('method'), header, isObject(body) ? body : {}));
      });
    },
  });
  const service = await createEmulator({ service: definition, listen: false });
  return {
    async call(name, header, args) {
      const headers = { 'content-type': 'application/json', authorization: header };
      const init = { method: 'POST', headers, body: JSON.stringify(args) };
      const response = await service.request(`/api/${encodeURIComponent(name)}`, init);
      const answer = parseJson(await response.text());
      return isObject(answer) ? answer : { ok: false, error: 'internal_error' };
    },
    snapshot: () => service.snapshot(),
    close: () => service.close(),
  };
}

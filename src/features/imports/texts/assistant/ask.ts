import { z } from 'zod'
import { askService, parse, type ServiceCall } from '../../../../platform/ask-json.ts'
import type { AssistantSettings } from '../../../../platform/settings/assistant-settings.ts'

/** Why the assistant did not help. */
export type AssistantProblem = 'unreachable' | 'refused' | 'answer'

export class AssistantTrouble extends Error {
  readonly code: AssistantProblem

  constructor(code: AssistantProblem) {
    super(code)
    this.code = code
  }
}

const mostBytes = 1024 * 1024
const patienceMs = 60_000

const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
})

/** Requests an answer in JSON from a service with an OpenAI-compatible interface; bounded in time and size. */
export async function askAssistant(
  { url, key, model }: AssistantSettings,
  { task, words }: { task: string; words: string },
  waitMs = patienceMs,
): Promise<unknown> {
  const call: ServiceCall = {
    url: `${url}/chat/completions`,
    headers: key === null ? {} : { authorization: `Bearer ${key}` },
    body: {
      model,
      temperature: 0,
      response_format: { type: 'json_object' },
      messages: [
        { role: 'system', content: task },
        { role: 'user', content: words },
      ],
    },
  }
  const answer = await askService(call, { mostBytes, waitMs })
  if (answer.state === 'unreadable') throw new AssistantTrouble('answer')
  if (answer.state !== 'answered') throw new AssistantTrouble(answer.state)
  const said = completion.safeParse(answer.json)
  const content = said.success ? parse(said.data.choices[0]?.message.content ?? '') : undefined
  if (content === undefined) throw new AssistantTrouble('answer')
  return content
}

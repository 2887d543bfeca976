import type { Settings } from '../../../../platform/settings/settings.ts'

/** To which host the passages of a text are sent when somebody lets them; null when no assistant is set. */
export function assistantHost({ assistant }: Pick<Settings, 'assistant'>): string | null {
  return assistant === null ? null : new URL(assistant.url).host
}

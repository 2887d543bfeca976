import type { Settings } from '../../../../platform/settings/settings.ts'

/** The host that passages are sent to with the importer's consent; null without an assistant. */
export function assistantHost({ assistant }: Pick<Settings, 'assistant'>): string | null {
  return assistant === null ? null : new URL(assistant.url).host
}

import type { Translate } from '../../../platform/i18n/translate.ts'
import type { CooperationAnswer } from '../records/schema.ts'

type Agreement = CooperationAnswer['agreements'][number]
type Activity = CooperationAnswer['activities'][number]

/** The words of an export in one language. */
export interface ExportWords {
  language: string
  status(code: CooperationAnswer['status']): string
  intention(code: CooperationAnswer['intention']): string
  theme(code: CooperationAnswer['themes'][number]): string
  agreementKind(code: Agreement['kind']): string
  agreementState(code: Agreement['state']): string
  activityKind(code: Activity['kind']): string
}

/** Labels of codes as on the pages. */
export function exportWords(language: string, t: Translate): ExportWords {
  return {
    language,
    status: (code) => t(`ui.status.${code}`),
    intention: (code) => (code ? t(`registry.intention.${code}`) : ''),
    theme: (code) => t(`networks.theme.${code}`),
    agreementKind: (code) => t(`registry.agreementKind.${code}`),
    agreementState: (code) => (code ? t(`registry.agreementState.${code}`) : ''),
    activityKind: (code) => t(`agenda.eventKind.${code}`),
  }
}

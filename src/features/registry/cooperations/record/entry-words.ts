import { chooseText, type LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { PlainMessageKey } from '../../../../platform/i18n/translate.ts'
import { isCode } from '../../../../platform/input/code.ts'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { themes } from '../../../networks/index.ts'
import type { CooperationDocument } from '../document/schema.ts'
import { organisationWords, type WordsCall } from './field-words.ts'

const partKeys: Readonly<Record<string, PlainMessageKey>> = {
  listed: 'registry.export.listed',
  parties: 'registry.cooperation.parties',
  summary: 'registry.record.summary',
  since: 'registry.field.since',
  standings: 'registry.cooperation.status',
  themes: 'registry.cooperation.themes',
  agreements: 'registry.cooperation.agreements',
  activities: 'registry.record.activities',
  actors: 'registry.cooperation.actors',
  prospects: 'registry.cooperation.prospects',
  notes: 'registry.record.notes',
  disputes: 'registry.cooperation.disputes',
  evidence: 'registry.record.evidence',
  inheritance: 'registry.cooperation.inherited',
}

/** The name of a part of a cooperation. */
export function partWords({ t }: Reader, part: string): string {
  const key = partKeys[part]
  return key ? t(key) : part
}

/** The name of an entry of a list. */
export function entryWords(
  call: WordsCall,
  part: string,
  id: string,
  document: CooperationDocument,
): string | null {
  const { reader } = call
  const text = (value: LocalizedText | undefined) =>
    value ? chooseText(value, reader.language)?.text : undefined
  const find = <T extends { id: string }>(entries: T[]) => entries.find((each) => each.id === id)
  switch (part) {
    case 'parties':
    case 'actors':
      return organisationWords(call, id)
    case 'themes':
      return isCode(themes, id) ? reader.t(`networks.theme.${id}`) : id
    case 'agreements': {
      const found = find(document.agreements)
      if (!found) return null
      const on = found.steps.at(-1)?.on
      return [reader.t(`registry.agreementKind.${found.kind}`), on ? dayWords(reader, on) : '']
        .filter(Boolean)
        .join(', ')
    }
    case 'activities':
      return text(find(document.activities)?.title) ?? null
    case 'prospects':
      return text(find(document.prospects)?.text) ?? null
    case 'notes':
      return text(find(document.notes)?.label) ?? null
    case 'standings': {
      const found = find(document.standings)
      return found ? `${reader.t(`ui.status.${found.status}`)}, ${dayWords(reader, found.statedOn)}` : null
    }
    default:
      return null
  }
}

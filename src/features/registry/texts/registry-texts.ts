import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import type { TextOwner } from '../../../platform/translation/text-owner.ts'
import { replaceTextOf } from './commands.ts'
import { listCooperationTexts, listGroupTexts, listInterestTexts, listSourceTexts } from './queries.ts'

const fields: Record<string, PlainMessageKey> = {
  'cooperation.actors.role': 'registry.text.role',
  'cooperation.agreements.object': 'registry.text.agreementObject',
  'cooperation.agreements.steps.words': 'registry.text.dateWords',
  'cooperation.agreements.title': 'registry.text.agreementTitle',
  'cooperation.inheritance.reference': 'registry.text.inheritance',
  'cooperation.prospects.text': 'registry.text.prospect',
  'cooperation.sinceWords': 'registry.text.dateWords',
  'cooperation.standings.reason': 'registry.text.reason',
  'cooperation.summary': 'registry.text.summary',
  'interest.offers': 'registry.text.offers',
  'interest.seeks': 'registry.text.seeks',
  'source.note': 'registry.text.sourceNote',
  'source.title': 'registry.text.sourceTitle',
}
const inSeveral: Record<string, PlainMessageKey> = {
  'disputes.note': 'registry.text.dispute',
  'notes.label': 'registry.text.note',
}

/** The texts of the registry's records, for whoever translates them. */
export const registryTexts: TextOwner[] = [
  owner('cooperation', 'registry.text.cooperation', listCooperationTexts),
  owner('interest', 'registry.text.interest', listInterestTexts),
  owner('group', 'registry.text.group', listGroupTexts),
  owner('source', 'registry.text.source', listSourceTexts),
]

function owner(kind: string, label: PlainMessageKey, listTexts: TextOwner['listTexts']): TextOwner {
  return {
    kind,
    label,
    fieldLabel: (path) => {
      const field = path
        .split('.')
        .filter((part) => !/^[0-9a-f-]{36}$|^\d+$/.test(part))
        .join('.')
      return fields[`${kind}.${field}`] ?? inSeveral[field] ?? label
    },
    listTexts,
    replaceText: replaceTextOf(kind),
  }
}

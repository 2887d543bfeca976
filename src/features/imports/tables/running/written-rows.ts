import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { AgreementInBatch, CooperationInBatch } from '../../../registry/batches/index.ts'
import type { Locator } from '../../../registry/index.ts'
import { makeLocator } from '../../../registry/index.ts'
import { columnOfField, type Field, type Mapping } from '../fields.ts'
import type { RowFacts } from '../rows/row-facts.ts'
import { rowPassage } from '../rows/row-passage.ts'

type Evidence = CooperationInBatch['evidence']

export interface WrittenRow {
  passage: { heading: string[]; paragraph: number; text: string }
  agreements: AgreementInBatch[]
  evidence: Evidence
  /** The place of a cell in the passage; that of the whole row for a missing field. */
  locate(field: Field): Locator
}

/** A row in the form of the registry: its sentence, its agreement, and the cell of each value. */
export function writtenRow(
  facts: RowFacts,
  mapping: Mapping,
  titles: readonly string[],
  heading: string[],
  language: string,
): WrittenRow {
  const { text, spans } = rowPassage(titles, facts.cells)
  const passage = {
    heading,
    headingId: null,
    paragraph: facts.number,
    text,
    line: facts.number,
    language: null,
  }
  const locate = (field: Field): Locator => {
    const column = columnOfField(mapping, field)
    const span = column === null ? undefined : spans.get(column)
    return makeLocator(passage, span?.start ?? 0, span?.end ?? text.length)
  }
  const has = (field: Field) => {
    const column = columnOfField(mapping, field)
    return column !== null && spans.has(column)
  }
  const agreements = agreementsOf(facts, language)
  const evidence: Evidence = [
    { field: 'parties', agreement: null, locator: locate('second.name') },
    ...(facts.since && has(facts.sinceField)
      ? [{ field: 'since', agreement: null, locator: locate(facts.sinceField) }]
      : []),
    ...(facts.summary === '' ? [] : [{ field: 'summary', agreement: null, locator: locate('summary') }]),
    ...facts.themes.map((theme) => ({
      field: `themes/${theme}`,
      agreement: null,
      locator: locate('themes'),
    })),
    ...(facts.status === null ? [] : [{ field: 'status', agreement: null, locator: locate('status') }]),
    ...agreements.map((_, agreement) => ({
      field: 'agreement',
      agreement,
      locator: locate(
        has('agreement.on') ? 'agreement.on' : has('agreement.kind') ? 'agreement.kind' : 'second.name',
      ),
    })),
  ]
  return { passage: { heading, paragraph: facts.number, text }, agreements, evidence, locate }
}

function agreementsOf(facts: RowFacts, language: string): AgreementInBatch[] {
  const { agreementKind, agreementOn, agreementTitle } = facts
  if (agreementKind === null && agreementOn === null && agreementTitle === '') return []
  const isNone = agreementKind === 'none'
  return [
    {
      // A title without a kind says that there is an agreement, not which.
      kind: agreementKind ?? 'cooperation_agreement',
      title: textIn(language, agreementTitle),
      state: isNone || agreementOn === null ? null : 'signed',
      on: isNone ? null : (agreementOn?.edtf ?? null),
      words: textIn(language, agreementOn?.words ?? ''),
    },
  ]
}

/** A text of the table in its language. */
export function textIn(language: string, text: string): LocalizedText {
  return text === '' ? {} : { [language]: { text, state: 'original' } }
}

import type { Context } from '../../../../platform/context/context.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import { type FieldError, fieldError } from '../../../../platform/input/form.ts'
import { type Locator, makeLocator } from '../../locators.ts'
import { listChoosableSources, listPassages } from '../../sources/queries.ts'
import { locateQuotation, passageOf } from '../../sources/quotation.ts'
import type { CooperationDocument, EvidenceEntry, NewSourceEntry } from '../document/schema.ts'
import type { CooperationCall } from './cooperation-part.ts'
import type { TypedEvidence } from './evidence-form.tsx'
import { listFacts } from './facts.ts'

/** The cooperation with the typed evidence, or its errors. */
export async function readEvidence(
  call: CooperationCall,
  typed: TypedEvidence,
): Promise<CooperationDocument | FieldError[]> {
  const { context, network, document, entryId } = call
  const label = typed.label === '' ? null : typed.label
  const found = document.evidence.find(({ id }) => id === entryId)
  if (found) {
    const changed = { ...found, stance: typed.stance, label }
    return {
      ...document,
      evidence: document.evidence.map((each) => (each.id === found.id ? changed : each)),
    }
  }
  const fact = (await listFacts(call)).find(({ value }) => value === typed.fact)
  const source =
    typed.source === ''
      ? readNewSource(typed, network.languages[0] ?? 'fr')
      : await readKnownSource(context, network.id, typed.source, typed.quotation)
  const errors = [
    ...(fact ? [] : [fieldError('fact', 'ui.form.wrong')]),
    ...('errors' in source ? source.errors : []),
  ]
  if (!fact || 'errors' in source) return errors
  const evidence: EvidenceEntry = {
    id: newId(),
    subjectKind: fact.subjectKind,
    subjectId: fact.subjectId,
    field: fact.field,
    sourceId: source.id,
    locator: source.locator,
    stance: typed.stance,
    label,
    extractedBy: network.slug,
    knownOn: context.today,
  }
  return {
    ...document,
    evidence: [...document.evidence, evidence],
    ...(source.added ? { sources: [source.added] } : {}),
  }
}

type ReadSource =
  | { id: string; locator: Locator | null; added: NewSourceEntry | null }
  | { errors: FieldError[] }

function readNewSource({ newSource, quotation }: TypedEvidence, usual: string): ReadSource {
  const { kind, title, publisher, published, url } = newSource
  const language = newSource.language || usual
  if (kind === '' || title === '' || publisher === '') {
    return {
      errors: [
        ...(kind === '' && title === '' && publisher === ''
          ? [fieldError('source', 'registry.form.sourceMissing')]
          : []),
        ...(kind === '' ? [fieldError('newSource.kind', 'ui.form.missing')] : []),
        ...(title === '' ? [fieldError('newSource.title', 'ui.form.missing')] : []),
        ...(publisher === '' ? [fieldError('newSource.publisher', 'ui.form.missing')] : []),
      ],
    }
  }
  const id = newId()
  const passage = passageOf(quotation, language)
  return {
    id,
    locator: quotation === '' ? null : makeLocator(passage, 0, passage.text.length),
    added: {
      id,
      kind,
      title: { [language]: { text: title, state: 'original' } },
      language,
      publisher,
      published: published?.edtf ?? null,
      url,
      quotation,
    },
  }
}

async function readKnownSource(
  context: Context,
  networkId: string,
  sourceId: string,
  quotation: string,
): Promise<ReadSource> {
  const source = (await listChoosableSources(context, networkId)).find(({ id }) => id === sourceId)
  if (!source) return { errors: [fieldError('source', 'ui.form.wrong')] }
  if (quotation === '') return { id: source.id, locator: null, added: null }
  if (!source.isHeld) return { errors: [fieldError('quotation', 'registry.form.quotationNotHeld')] }
  const locator = locateQuotation(await listPassages(context, source.id), quotation)
  return locator
    ? { id: source.id, locator, added: null }
    : { errors: [fieldError('quotation', 'registry.form.quotationMissing')] }
}

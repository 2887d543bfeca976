import { element, escapeXml } from '../../../platform/documents/xml.ts'
import { chooseName, chooseText, type LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { Network } from '../../networks/index.ts'
import { readBlocks, type TextBlock, type TextRun } from '../sections/markdown.ts'
import { type References, referencesOf } from './akoma-references.ts'
import type { WholeMinutes } from './whole-minutes.ts'

interface Described {
  /** The reader whose language the texts use. */
  reader: Reader
  network: Network
  minutes: WholeMinutes
  /** Without a slash at its end. */
  baseUrl: string
}

export const namespace = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'

/** Minutes in Akoma Ntoso 3.0 (OASIS LegalDocML), as the record of a debate in one language. */
export function akomaNtoso(described: Described): string {
  const { minutes } = described
  const { language } = described.reader
  const references = referencesOf(described)
  const text = (words: LocalizedText) => escapeXml(chooseText(words, language)?.text ?? '')
  const debate = element('debate', { name: 'minutes' }, [
    meta(described, references),
    element('preface', {}, [
      element('p', {}, [element('docTitle', {}, [text(minutes.meeting.title)])]),
      element('p', {}, [element('docDate', { date: minutes.meeting.heldOn }, [minutes.meeting.heldOn])]),
      ...(minutes.meeting.finalNumber
        ? [element('p', {}, [element('docNumber', {}, [escapeXml(minutes.meeting.finalNumber)])])]
        : []),
    ]),
    element('debateBody', {}, [
      ...rollCall(described, references),
      ...agenda(described),
      ...minutes.sections.map((section, index) =>
        element('debateSection', { name: 'section', eId: `dbsect_${index + 1}` }, [
          element('heading', {}, [text(section.title)]),
          ...blocks(chooseText(section.text, language)?.text ?? ''),
        ]),
      ),
      ...decisions(described),
    ]),
  ])
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('akomaNtoso', { xmlns: namespace }, [debate])}\n`
}

function meta({ reader, minutes, network, baseUrl }: Described, references: References): string {
  const { language } = reader
  const { meeting } = minutes
  const work = `/akn/${(network.countries[0] ?? 'xx').toLowerCase()}/debate/minutes/${meeting.heldOn}/${meeting.slug}`
  const expression = `${work}/${iso6392(language)}@${meeting.heldOn}`
  const level = (name: string, iri: string, more: string[]) =>
    element(name, {}, [
      element('FRBRthis', { value: `${iri}/!main` }),
      element('FRBRuri', { value: iri }),
      ...more,
    ])
  const dateAndAuthor = [
    element('FRBRdate', { date: meeting.heldOn, name: 'meeting' }),
    element('FRBRauthor', { href: '#group' }),
  ]
  return element('meta', {}, [
    element('identification', { source: '#publisher' }, [
      level('FRBRWork', work, [
        element('FRBRalias', {
          value: `${baseUrl}/${language}/${network.slug}/meetings/${meeting.slug}`,
          name: 'page',
        }),
        ...dateAndAuthor,
        element('FRBRcountry', { value: (network.countries[0] ?? 'xx').toLowerCase() }),
      ]),
      level('FRBRExpression', expression, [
        ...dateAndAuthor,
        element('FRBRlanguage', { language: iso6392(language) }),
      ]),
      level('FRBRManifestation', `${expression}.xml`, dateAndAuthor),
    ]),
    element('references', { source: '#publisher' }, references.elements),
  ])
}

function rollCall({ reader, minutes }: Described, references: References): string[] {
  const { t, language } = reader
  if (minutes.participants.length === 0) return []
  return [
    element('rollCall', { eId: 'rollcall' }, [
      element('heading', {}, [escapeXml(t('minutes.attendance.title'))]),
      ...minutes.participants.map((participant) => {
        const { person, role, organisation } = references.of(participant)
        const name = escapeXml(participant.name)
        const words = chooseText(participant.function, language)?.text ?? ''
        const who =
          person === null
            ? name
            : element('person', { refersTo: `#${person}`, as: role && `#${role}` }, [name])
        const body = participant.organisation
          ? chooseName(participant.organisation.name, language).text
          : participant.organisationWords
        const where =
          organisation === null
            ? escapeXml(body)
            : element('organization', { refersTo: `#${organisation}` }, [escapeXml(body)])
        return element('p', { class: participant.presence }, [
          [who, escapeXml(words || (who ? '' : t('minutes.attendance.unnamed'))), where]
            .filter(Boolean)
            .join(', '),
        ])
      }),
    ]),
  ]
}

function agenda({ reader, minutes }: Described): string[] {
  const { t, language } = reader
  if (minutes.points.length === 0) return []
  return [
    element('debateSection', { name: 'agenda', eId: 'agenda' }, [
      element('heading', {}, [escapeXml(t('minutes.agenda.title'))]),
      element(
        'ol',
        {},
        minutes.points.map(({ title }) =>
          element('li', {}, [escapeXml(chooseText(title, language)?.text ?? '')]),
        ),
      ),
    ]),
  ]
}

function decisions({ reader, minutes }: Described): string[] {
  const { t, language } = reader
  if (minutes.decisions.length === 0) return []
  return [
    element('debateSection', { name: 'decisions', eId: 'decisions' }, [
      element('heading', {}, [escapeXml(t('minutes.decision.title'))]),
      element(
        'ol',
        {},
        minutes.decisions.map(({ text, state, horizon }) =>
          element('li', { class: state }, [
            escapeXml(chooseText(text, language)?.text ?? ''),
            ...(horizon && /^\d{4}-\d{2}-\d{2}$/.test(horizon)
              ? [' ', element('date', { date: horizon }, [horizon])]
              : []),
          ]),
        ),
      ),
    ]),
  ]
}

// A section must contain something.
function blocks(markdown: string): string[] {
  const read = readBlocks(markdown)
  return read.length === 0 ? [element('p', {}, [''])] : read.map(blockElement)
}

function blockElement(block: TextBlock): string {
  if (block.kind === 'list')
    return element(
      block.isOrdered ? 'ol' : 'ul',
      {},
      block.items.map((item) => element('li', {}, [runs(item)])),
    )
  const content = runs(block.runs)
  return element('p', {}, [block.kind === 'title' ? element('b', {}, [content]) : content])
}

function runs(some: readonly TextRun[]): string {
  return some
    .map(({ text, isStrong, isStressed, href }) => {
      if (text === '\n') return element('br', {})
      const stressed = isStressed ? element('i', {}, [escapeXml(text)]) : escapeXml(text)
      const strong = isStrong ? element('b', {}, [stressed]) : stressed
      return href === null ? strong : element('a', { href }, [strong])
    })
    .join('')
}

const threeLetters: Readonly<Record<string, string>> = { ar: 'ara', en: 'eng', fr: 'fra', ko: 'kor' }

function iso6392(language: string): string {
  return threeLetters[language] ?? 'und'
}

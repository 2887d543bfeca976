import type { FastifyInstance } from 'fastify'
import type { Report, ReportBlock } from '../../../platform/documents/report.ts'
import type { Passage as Phrases } from '../../../platform/documents/sheet.ts'
import { Typesetter } from '../../../platform/documents/typesetter.ts'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { sendFile } from '../../../platform/http/send-file.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import type { InterfaceLanguage } from '../../../platform/i18n/languages.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { textPieces } from '../../../platform/i18n/web-addresses.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import type { Letter, LetterPart, Passage } from '../../../platform/letters/letter.ts'
import { labelOf, passageOf } from '../../../platform/mail/rendering/passage.ts'
import { cachedByNetwork, loadNetworkRequest } from '../../networks/index.ts'
import { mayEditLetters } from '../policy.ts'
import { showIssue } from './archive/pages.tsx'
import { gapsIn } from './gaps.ts'
import { letterOf, readPreviewChoice } from './letter.ts'
import { pictureAddress } from './paths.ts'
import { findPublished, listPrintedPictures } from './queries.ts'
import { type DraftRequest, loadDraftRequest } from './request.ts'

/** Letters as PDF: the published ones, and for editors the draft. */
export function addDocumentRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: cachedByNetwork(['now']) } })
  const typesetter = new Typesetter()
  app.addHook('onClose', async () => typesetter.close())

  pages.get('/:language/:network/newsletter/:number.pdf', loadNetworkRequest, async (visit) => {
    const { request, reply, context, reader, network } = visit
    const issue = await findPublished(context, network.id, parameterOf(request.params, 'number') ?? '')
    if (issue.state === 'withdrawn' && !mayEditLetters(context.actor, network.id)) return showIssue(visit)
    reply.header('cache-control', 'no-cache')
    const rendered = await draw({ context, network, reader, issue }, reader.interfaceLanguage)
    return sendFile(reply, `${network.slug}-${issue.number}-${reader.interfaceLanguage}.pdf`, rendered)
  })

  pages
    .with(noStore)
    .get(
      '/:language/:network/newsletter/draft/preview.pdf',
      loadDraftRequest,
      async ({ request, reply, writing: context, reader, network, issue }) => {
        const { in: language } = readPreviewChoice(request.query, reader.interfaceLanguage)
        const rendered = await draw({ context, network, reader, issue }, language)
        return sendFile(reply, `${network.slug}-draft-${language}.pdf`, rendered)
      },
    )

  type Drawn = Pick<DraftRequest, 'network' | 'reader' | 'issue'> & { context: DraftRequest['writing'] }

  async function draw({ context, network, reader, issue }: Drawn, language: InterfaceLanguage) {
    const { baseUrl } = application.settings
    const t = application.translate(language)
    const letter = letterOf(issue, { baseUrl, t, network, language, today: reader.today })
    const pictures = await listPrintedPictures(context, application.storage, issue)
    const report = letterReport(letter, {
      t,
      day: issue.publishedOn ?? reader.today,
      isUnreviewed: gapsIn(issue, language).some(({ state }) => state !== 'other'),
      pictures: new Map(
        [...pictures.keys()].map((id, index) => [
          baseUrl + pictureAddress(language, network.slug, id),
          index,
        ]),
      ),
    })
    return typesetter.drawReport('pdf', report, [...pictures.values()])
  }
}

type ItemsPart = Extract<LetterPart, { kind: 'items' }>

interface LetterReportOptions {
  t: Translate
  /** ISO day printed on the file. */
  day: string
  /** Some of its texts are machine translations or need review. */
  isUnreviewed: boolean
  /** Positions of the available pictures, by their address in the letter. */
  pictures: ReadonlyMap<string, number>
}

/** A letter for paper: links with their printed address, pictures with a description. */
function letterReport(letter: Letter, options: LetterReportOptions): Report {
  const { t, day } = options
  const say = sayingIn(letter.language)
  const credited = labelOf(t('ui.letter.credit'), letter.language)
  const plain = (text: string) => passageOf(text, letter.language).text
  return {
    language: letter.language,
    title: say(letter.title),
    name: `${letter.heading} – ${letter.title.text}`,
    subject: t('newsletter.issues.title'),
    author: letter.sender,
    day,
    kicker: [{ text: plain(`${letter.sender} · ${letter.heading}`) }],
    facts: [],
    contents: null,
    blocks: [
      ...(letter.introduction ? paragraphs(letter.introduction, say) : []),
      ...letter.parts.flatMap((part) => partBlocks(part, { pictures: options.pictures, credited }, say)),
    ],
    foot: [
      [{ text: letter.webAddress, href: letter.webAddress }],
      ...(options.isUnreviewed ? [[{ text: t('newsletter.issues.unreviewed') }]] : []),
    ],
  }
}

type Say = ReturnType<typeof sayingIn>

function sayingIn(wanted: string) {
  return (passage: Passage): Phrases => {
    const { text, language } = passageOf(passage, wanted)
    return [
      { text, ...(language === null ? {} : { language }) },
      ...(passage.mark ? [{ text: ` [${passage.mark}]`, emphasis: 'quiet' as const }] : []),
    ]
  }
}

interface PartOptions extends Pick<LetterReportOptions, 'pictures'> {
  /** Precedes the name of the proposer. */
  credited: string
}

function partBlocks(part: LetterPart, { credited, pictures }: PartOptions, say: Say): ReportBlock[] {
  switch (part.kind) {
    case 'items':
      return [
        heading(1, say(part.title)),
        ...part.items.flatMap((item) => itemBlocks(item, credited, say)),
        ...(part.more
          ? [
              { kind: 'paragraph' as const, passage: [{ text: part.more.label, href: part.more.address }] },
              address(part.more.address),
            ]
          : []),
      ]
    case 'text':
      return [...(part.title ? [heading(1, say(part.title))] : []), ...paragraphs(part.text, say)]
    case 'quote':
      return [
        ...paragraphs(part.text, say, 'quotation'),
        ...(part.author === ''
          ? []
          : [
              {
                kind: 'quotation' as const,
                passage: [{ text: `– ${part.author}`, emphasis: 'quiet' as const }],
              },
            ]),
      ]
    case 'button':
      return [
        {
          kind: 'paragraph',
          passage: say(part.label).map((phrase) =>
            phrase.emphasis ? phrase : { ...phrase, emphasis: 'strong', href: part.address },
          ),
        },
        address(part.address),
      ]
    case 'picture': {
      const place = pictures.get(part.address)
      const alternative = say(part.alternative)
      const caption = part.caption ? say(part.caption) : []
      // Without the picture, its description is printed in words.
      if (place === undefined) return [note([{ text: '[' }, ...alternative, { text: ']' }]), note(caption)]
      const { width, height } = part
      return [{ kind: 'picture', picture: place, alternative, caption, width, height }]
    }
  }
}

function itemBlocks(
  { title, facts, text, credit, address: place }: ItemsPart['items'][number],
  credited: string,
  say: Say,
): ReportBlock[] {
  const isFollowed = text !== null || credit !== null || place !== null
  return [
    heading(2, say(title)),
    ...facts.map((fact, index) => note([{ text: fact }], index < facts.length - 1 || isFollowed)),
    ...(text ? paragraphs(text, say) : []),
    ...(credit ? [note([{ text: `${credited} ` }, ...say(credit)])] : []),
    ...(place === null ? [] : [address(place)]),
  ]
}

function paragraphs(
  passage: Passage,
  say: Say,
  kind: 'paragraph' | 'quotation' = 'paragraph',
): ReportBlock[] {
  const texts = passage.text.split(/\s*\n\s*/).filter((text) => text.trim() !== '')
  return texts.map((text, index) => {
    const isLast = index === texts.length - 1
    const { mark, ...unmarked } = passage
    return { kind, passage: say({ ...(isLast ? passage : unmarked), text }).flatMap(linked) }
  })
}

// A printed address is its own link text.
function linked(phrase: Phrases[number]): Phrases {
  return textPieces(phrase.text).map(({ text, address: href }) => ({
    ...phrase,
    text,
    ...(href === null ? {} : { href }),
  }))
}

const heading = (level: 1 | 2, passage: Phrases): ReportBlock => ({ kind: 'heading', level, passage })
const note = (passage: Phrases, isLeading = false): ReportBlock => ({ kind: 'note', passage, isLeading })
const address = (text: string) => note([{ text, href: text }])

import type { FastifyInstance } from 'fastify'
import { type RssItem, renderRss } from '../../../platform/documents/rss.ts'
import { escapeXml } from '../../../platform/documents/xml.ts'
import { isUnmodified, readFreshness, sayLastModified } from '../../../platform/http/api/freshness.ts'
import { openToOtherSites } from '../../../platform/http/api/other-sites.ts'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { textPieces } from '../../../platform/i18n/web-addresses.ts'
import { type Letter, type LetterPart, plainWords } from '../../../platform/letters/letter.ts'
import { labelOf } from '../../../platform/mail/rendering/passage.ts'
import { cachedByNetwork, loadNetworkRequest } from '../../networks/index.ts'
import { feedTitle } from './feed-link.ts'
import type { PublishedIssue } from './issue.ts'
import { type LetterGoing, letterOf } from './letter.ts'
import { paths } from './paths.ts'
import { listRead } from './queries.ts'

const latest = 20

/** The letters for news readers. */
export function addIssueFeedRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: cachedByNetwork(['now']) } })
  pages.get(
    '/:language/:network/newsletter.rss',
    loadNetworkRequest,
    async ({ request, reply, context, reader, network, actualDay }) => {
      const freshness = await readFreshness(context, network.id)
      sayLastModified(reply, freshness, context.today, actualDay)
      reply.header('cache-control', 'no-cache')
      if (context.actor.kind === 'anonymous') openToOtherSites(reply)
      if (isUnmodified(request, reply)) return reply.code(304).send()
      const { baseUrl } = application.settings
      const issues = await listRead(context, network.id, { before: null, limit: latest })
      const { t, interfaceLanguage: language, today } = reader
      const going = { baseUrl, t, network, language, today }
      return reply.type('application/rss+xml; charset=utf-8').send(
        renderRss({
          title: feedTitle(reader, network),
          description: reader.t('newsletter.issues.lead'),
          language: reader.language,
          home: `${baseUrl}/${reader.language}/${network.slug}/newsletter`,
          self: baseUrl + paths.feed(reader, network.slug),
          next: null,
          updatedAt: issues[0]?.publishedAt ?? freshness.changedAt ?? new Date(0),
          items: issues.map((issue) => itemOf(issue, going)),
        }),
      )
    },
  )
}

function itemOf(issue: PublishedIssue, going: LetterGoing): RssItem {
  const letter = letterOf(issue, going)
  return {
    id: `urn:uuid:${issue.id}`,
    address: letter.webAddress,
    title: `${letter.heading} – ${letter.title.text}`,
    publishedAt: issue.publishedAt,
    categories: [],
    html: letterHtml(letter, going.t),
  }
}

/** A letter as simple HTML for news readers, without its looks. */
function letterHtml({ introduction, parts, language }: Letter, t: Translate): string {
  const credited = labelOf(t('ui.letter.credit'), language)
  return [
    introduction ? prose(plainWords(introduction)) : '',
    ...parts.map((part) => partHtml(part, credited)),
  ].join('')
}

function partHtml(part: LetterPart, credited: string): string {
  switch (part.kind) {
    case 'items':
      return `<h2>${escapeXml(plainWords(part.title))}</h2><ul>${part.items.map((item) => itemHtml(item, credited)).join('')}</ul>${part.more ? `<p>${linkTo(part.more.address, part.more.label)}</p>` : ''}`
    case 'text':
      return (
        (part.title ? `<h2>${escapeXml(plainWords(part.title))}</h2>` : '') + prose(plainWords(part.text))
      )
    case 'quote':
      return `<blockquote>${prose(plainWords(part.text))}${paragraph(part.author)}</blockquote>`
    case 'button':
      return `<p>${linkTo(part.address, plainWords(part.label))}</p>`
    case 'picture':
      return `<p><img src="${escapeXml(part.address)}" alt="${escapeXml(plainWords(part.alternative))}"/></p>${paragraph(part.caption ? plainWords(part.caption) : '')}`
  }
}

type Item = Extract<LetterPart, { kind: 'items' }>['items'][number]

function itemHtml({ title, text, facts, credit, address }: Item, credited: string): string {
  const name = address === null ? escapeXml(plainWords(title)) : linkTo(address, plainWords(title))
  const told = [
    paragraph(facts.join(' · ')),
    prose(text ? plainWords(text) : ''),
    paragraph(credit ? `${credited} ${plainWords(credit)}` : ''),
  ]
  return `<li><p>${name}</p>${told.join('')}</li>`
}

const linkTo = (address: string, words: string) => `<a href="${escapeXml(address)}">${escapeXml(words)}</a>`

function paragraph(text: string): string {
  return text === '' ? '' : `<p>${escapeXml(text).replaceAll('\n', '<br/>')}</p>`
}

/** Prose in which addresses become links. */
function prose(text: string): string {
  if (text === '') return ''
  const pieces = textPieces(text).map((piece) =>
    piece.address === null
      ? escapeXml(piece.text).replaceAll('\n', '<br/>')
      : linkTo(piece.address, piece.text),
  )
  return `<p>${pieces.join('')}</p>`
}

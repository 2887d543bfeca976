import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { readCursor, writeCursor } from '../../../../platform/http/api/cursor.ts'
import { answerList, mostCounted } from '../../../../platform/http/api/list-answer.ts'
import { addOperation } from '../../../../platform/http/api/operation.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { interfaceLanguages } from '../../../../platform/i18n/languages.ts'
import { type LocalizedText, plainText, textStatesOf } from '../../../../platform/i18n/localized-text.ts'
import { type Network, networkPlace, readNetworkCall } from '../../../networks/index.ts'
import { gapsIn } from '../gaps.ts'
import { type IssuePart, type PublishedIssue, shownParts, titleOf, wordsOf } from '../issue.ts'
import { paths, pictureAddress } from '../paths.ts'
import { listRead } from '../queries.ts'
import { countRead, findReadIssue } from './queries.ts'
import {
  letterCursor,
  letterList,
  letterListParameters,
  letterParameters,
  letterPlace,
  letterRecord,
} from './schema.ts'

const tag = 'newsletter'

export function addIssuesApi(app: FastifyInstance, application: Application): void {
  const { baseUrl } = application.settings

  addOperation(
    app,
    {
      id: 'listLetters',
      path: '/networks/{network}/newsletter',
      tag,
      summary: 'Published letters of a group, the latest first',
      place: networkPlace,
      query: letterListParameters,
      answer: letterList,
    },
    async (call) => {
      const { limit, cursor } = call.query
      const [before] = cursor === undefined ? [null] : readCursor(letterCursor, cursor)
      const { context, network } = await readNetworkCall(application, call)
      const [rows, counted] = await Promise.all([
        listRead(context, network.id, { before, limit: limit + 1 }),
        countRead(context, network.id, mostCounted + 1),
      ])
      return answerList(application, call.request, {
        rows,
        limit,
        counted,
        item: (issue) => letterEntry({ baseUrl, network }, issue),
        cursorAfter: ({ number }) => writeCursor([number]),
      })
    },
  )

  addOperation(
    app,
    {
      id: 'findLetter',
      path: '/networks/{network}/newsletter/{number}',
      tag,
      summary: 'One published letter with its parts, in every language that it has; 410 once it is withdrawn',
      place: letterPlace,
      query: letterParameters,
      answer: letterRecord,
    },
    async (call) => {
      const { context, network } = await readNetworkCall(application, call)
      return letterResponse({ baseUrl, network }, await findReadIssue(context, network.id, call.place.number))
    },
  )
}

interface Pointing {
  baseUrl: string
  network: Pick<Network, 'slug'>
}

/** A published letter as lists of the API return it. */
function letterEntry(
  { baseUrl, network }: Pointing,
  issue: PublishedIssue,
): z.input<typeof letterList>['items'][number] {
  const page = (language: string) => `${baseUrl}/${language}/${network.slug}/newsletter/${issue.number}`
  const changedAt = Math.max(issue.publishedAt.getTime(), issue.changedAt.getTime())
  return {
    id: issue.id,
    number: issue.number,
    slug: String(issue.number),
    url: page('en'),
    updated_at: new Date(changedAt).toISOString(),
    published_at: issue.publishedAt.toISOString(),
    published_on: issue.publishedOn,
    title: plainText(issue.title),
    languages: interfaceLanguages.map((language) => {
      const gaps = gapsIn(issue, language)
      const elsewhere = gaps.filter(({ state }) => state === 'other').length
      return {
        language,
        url: page(language),
        pdf: `${page(language)}.pdf`,
        feed: baseUrl + paths.feed({ language }, network.slug),
        elsewhere,
        unreviewed: gaps.length - elsewhere,
      }
    }),
  }
}

/** A whole letter as the API returns it: what its readers got, in all its languages. */
function letterResponse(pointing: Pointing, issue: PublishedIssue): z.input<typeof letterRecord> {
  const parts = shownParts(issue.parts)
  return {
    ...letterEntry(pointing, issue),
    introduction: plainText(issue.introduction),
    parts: parts.map((part) => partResponse(pointing, part)),
    text_states: textStatesOf({
      title: issue.title,
      introduction: issue.introduction,
      ...Object.fromEntries(parts.flatMap((part, index) => textsOf(part, `parts/${index}`))),
    }),
  }
}

function partResponse(
  { baseUrl, network }: Pointing,
  part: IssuePart,
): z.input<typeof letterRecord>['parts'][number] {
  switch (part.kind) {
    case 'items':
      return {
        kind: 'items',
        source: part.source,
        title: plainText(titleOf(part)),
        items: part.items.map((item) => {
          const { title, text } = wordsOf(item)
          return {
            key: item.key,
            title: plainText(title),
            text: plainText(text),
            facts: item.facts,
            credit: plainText(item.credit),
            url: item.path === null ? null : `${baseUrl}/en/${network.slug}${item.path}`,
            themes: item.themes,
          }
        }),
      }
    case 'text':
      return { kind: 'text', title: plainText(part.title), text: plainText(part.text) }
    case 'quote':
      return { kind: 'quote', text: plainText(part.text), author: part.author }
    case 'button':
      return { kind: 'button', label: plainText(part.label), url: part.address }
    case 'picture':
      return {
        kind: 'picture',
        url: baseUrl + pictureAddress('en', network.slug, part.pictureId),
        width: part.width,
        height: part.height,
        alternative: plainText(part.alternative),
        caption: plainText(part.caption),
      }
  }
}

function textsOf(part: IssuePart, place: string): [string, LocalizedText][] {
  switch (part.kind) {
    case 'items':
      return [
        [`${place}/title`, titleOf(part)],
        ...part.items.flatMap((item, index): [string, LocalizedText][] => {
          const { title, text } = wordsOf(item)
          const own = `${place}/items/${index}`
          return [
            [`${own}/title`, title],
            [`${own}/text`, text],
            [`${own}/credit`, item.credit],
          ]
        }),
      ]
    case 'text':
      return [
        [`${place}/title`, part.title],
        [`${place}/text`, part.text],
      ]
    case 'quote':
      return [[`${place}/text`, part.text]]
    case 'button':
      return [[`${place}/label`, part.label]]
    case 'picture':
      return [
        [`${place}/alternative`, part.alternative],
        [`${place}/caption`, part.caption],
      ]
  }
}

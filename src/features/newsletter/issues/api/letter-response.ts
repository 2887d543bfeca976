import type { z } from 'zod'
import { interfaceLanguages } from '../../../../platform/i18n/languages.ts'
import { type LocalizedText, plainText, textStatesOf } from '../../../../platform/i18n/localized-text.ts'
import type { Network } from '../../../networks/index.ts'
import { gapsIn } from '../gaps.ts'
import type { PublishedIssue } from '../issue.ts'
import { type IssuePart, shownParts, titleOf, wordsOf } from '../part.ts'
import { paths, pictureAddress } from '../paths.ts'
import type { letterList, letterRecord } from './schema.ts'

interface Pointing {
  baseUrl: string
  network: Pick<Network, 'slug'>
}

/** A published letter as lists of the API return it. */
export function letterEntry(
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
export function letterResponse(pointing: Pointing, issue: PublishedIssue): z.input<typeof letterRecord> {
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

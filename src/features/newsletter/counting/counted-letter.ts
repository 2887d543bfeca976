import { createHash } from 'node:crypto'
import type { InterfaceLanguage } from '../../../platform/i18n/languages.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { Letter, LetterPart } from '../../../platform/letters/letter.ts'

/** The key under which openings of a letter are counted. */
export const openingKey = 'opening'

/** What is counted: an issue, or a digest by its sending. */
export interface CountedOf {
  kind: 'issue' | 'digest'
  id: string
}

export interface CountingServices {
  baseUrl: string
  t: Translate
  network: { slug: string }
  language: InterfaceLanguage
  of: CountedOf
}

/**
 * A letter whose links lead through counting addresses of this site, with a picture that counts openings and a notice about both. Nothing
 * in it identifies the reader. `addresses` maps each key to the original address.
 */
export function countedLetter(
  letter: Letter,
  services: CountingServices,
): { letter: Letter; addresses: Map<string, string> } {
  const { baseUrl, language, network, of, t } = services
  const place = `${baseUrl}${countedPath(language, network.slug, of.id)}`
  const addresses = new Map<string, string>()
  const counted = <Address extends string | null>(address: Address): Address | string => {
    if (address === null) return address
    const key = keyOf(address)
    addresses.set(key, address)
    return `${place}/${key}`
  }
  return {
    letter: {
      ...letter,
      parts: letter.parts.map((part) => countedPart(part, counted)),
      webAddress: counted(letter.webAddress),
      counting: { notice: t('newsletter.counting.notice'), pictureAddress: `${place}/${openingKey}.gif` },
    },
    addresses,
  }
}

export function countedPath(language: string, network: string, id: string): string {
  return `/${language}/${network}/newsletter/counted/${id}`
}

type Counted = <Address extends string | null>(address: Address) => Address | string

function countedPart(part: LetterPart, counted: Counted): LetterPart {
  switch (part.kind) {
    case 'items':
      return {
        ...part,
        items: part.items.map((item) => ({ ...item, address: counted(item.address) })),
        ...(part.more ? { more: { ...part.more, address: counted(part.more.address) } } : {}),
      }
    case 'button':
      return { ...part, address: counted(part.address) }
    case 'text':
    case 'picture':
    case 'quote':
      return part
  }
}

// The same address has the same key, wherever it is used.
function keyOf(address: string): string {
  return createHash('sha256').update(address).digest('hex').slice(0, 20)
}

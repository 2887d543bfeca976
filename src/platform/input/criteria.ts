import { z } from 'zod'
import { isId } from '../context/identifier.ts'
import * as sent from '../http/api/parameters.ts'
import { isCode } from './code.ts'
import { parameterOf, parametersOf } from './parameters.ts'

// What a list may be narrowed by. `about` describes a criterion to programs.

/** Words to look for; an address may have more, which are cut off. */
export function words(longest: number, about?: string) {
  return {
    read: (query: unknown, name: string) => (parameterOf(query, name) ?? '').slice(0, longest).trim(),
    write: (text: string) => text || undefined,
    schema: () => described(sent.words(longest).optional(), about),
    take: (text: string | undefined) => (text ?? '').trim(),
  }
}

/** Any of some codes: the parameter is given once for each. */
export function several<const C extends string>(codes: readonly C[], about?: string) {
  return {
    read: (query: unknown, name: string): C[] =>
      parametersOf(query, name).filter((text) => isCode(codes, text)),
    write: (chosen: C[]): C[] => chosen,
    schema: () => described(sent.severalOf(codes).optional(), about),
    take: (chosen: C[] | undefined): C[] => chosen ?? [],
  }
}

/** One of some codes; the usual one, which no address names, where none is given. */
export function oneOf<const C extends string>(codes: readonly C[], usual: NoInfer<C>, about?: string) {
  return {
    read: (query: unknown, name: string): C => {
      const text = parameterOf(query, name)
      return isCode(codes, text) ? text : usual
    },
    write: (chosen: C): C | undefined => (chosen === usual ? undefined : chosen),
    schema: () => {
      const codeSchema = sent.oneOf(codes)
      return described(codeSchema.default(codeSchema.parse(usual)), about)
    },
    take: (chosen: C): C => chosen,
  }
}

/** One of some codes, or null. */
export function atMostOne<const C extends string>(codes: readonly C[], about?: string) {
  return {
    read: (query: unknown, name: string): C | null => {
      const text = parameterOf(query, name)
      return isCode(codes, text) ? text : null
    },
    write: (chosen: C | null): C | undefined => chosen ?? undefined,
    schema: () => described(sent.oneOf(codes).optional(), about),
    take: (chosen: C | undefined): C | null => chosen ?? null,
  }
}

/** A country in two capital letters, or null. */
export function country(about?: string) {
  return { ...textLike(/^[A-Z]{2}$/), schema: () => described(sent.country().optional(), about) }
}

/** The last part of an address, or null. */
export function slug(about?: string) {
  return { ...textLike(/^[a-z0-9-]{1,120}$/), schema: () => described(sent.slug().optional(), about) }
}

/** A text of some form, or null. */
export function matching(pattern: RegExp) {
  return { ...textLike(pattern), schema: () => z.string().regex(pattern).optional() }
}

/** An id, or null. */
export function id() {
  return { ...textLike({ test: isId }), schema: () => z.uuid().optional() }
}

/** A whole number within bounds, or null. */
export function wholeNumber(least: number, most: number, about?: string) {
  return {
    read: (query: unknown, name: string) => {
      const text = parameterOf(query, name) ?? ''
      const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
      return number >= least && number <= most ? number : null
    },
    write: (number: number | null) => (number === null ? undefined : String(number)),
    schema: () => described(sent.wholeNumber(least, most).optional(), about),
    take: (number: number | undefined) => number ?? null,
  }
}

function textLike(pattern: { test(text: string): boolean }) {
  return {
    read: (query: unknown, name: string) => {
      const text = parameterOf(query, name)
      return text !== undefined && pattern.test(text) ? text : null
    },
    write: (text: string | null) => text ?? undefined,
    take: (text: string | undefined) => text ?? null,
  }
}

function described<S extends z.ZodType>(schema: S, about: string | undefined): S {
  return about === undefined ? schema : schema.describe(about)
}

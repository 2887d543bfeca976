import { z } from 'zod'
import { tiers } from '../../partners/index.ts'
import { itemStates, passages, statement } from '../items/item.ts'
import { itemKeys, sectionKeys } from '../items/skeleton.ts'

const name = z.record(z.string(), z.string())
const edtf = z.string().nullable()

const item = z.object({
  key: z.enum(itemKeys),
  section: z.enum(sectionKeys),
  state: z.enum(itemStates),
  statement: statement.nullable(),
  /** What the group says beside. */
  line: passages,
})
export type BriefItem = z.output<typeof item>

const authorityCount = z.object({
  /** A kind of the directory: `commune`, `gun`. */
  kind: z.string(),
  count: z.number(),
  /** Those among them that the State’s own count leaves out: communes of the Pacific and of Saint-Pierre-et-Miquelon. */
  apart: z.number(),
})
export type AuthorityCount = z.output<typeof authorityCount>

/** What the program computes beside the words of an item, for the day; a list is empty where it cannot say. */
const figures = z.object({
  counts: z.array(authorityCount),
  themes: z.array(z.object({ theme: z.string(), tiers: z.array(z.enum(tiers)) })),
  holidays: z.array(z.object({ date: z.string(), name })),
  /** On an ISO day of winter and one of summer: the hours that both sides are at work, by the clock of the brief’s country and of the other. */
  hours: z.array(z.object({ on: z.string(), country: z.string(), here: z.string(), there: z.string() })),
})
export type Figures = z.output<typeof figures>

/** A post that one calls, by function: never a person. */
const desk = z.object({
  organisationId: z.string(),
  organisation: name,
  function: passages,
  isHeld: z.boolean(),
  vacantSince: edtf,
  announcedFor: edtf,
})
export type Desk = z.output<typeof desk>

/** The brief of a country for a group on a day, in all its languages: what pages draw and editions freeze. It names no person. */
export const brief = z.object({
  /** ISO 3166-1 alpha-2. */
  country: z.string(),
  /** ISO day. */
  day: z.string(),
  items: z.array(item),
  figures,
  desks: z.array(desk),
  /** Who is asked for what is missing: the secretariat of that side, or another of its bodies in the group. */
  owner: name.nullable(),
})
export type Brief = z.output<typeof brief>

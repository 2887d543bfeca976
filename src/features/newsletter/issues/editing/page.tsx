import type { FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { drawNetworkPage } from '../../../networks/index.ts'
import type { DraftRequest } from '../call.ts'
import { type TextField, TextsForm } from './texts-form.tsx'

export interface FormDrawn {
  /** Steps beneath the address of the draft. */
  steps: readonly string[]
  title: string
  lead?: ComponentChildren
  fields: readonly TextField[]
  shown?: Shown
  seen: string
  isClash?: boolean
  /** What the form was about is gone: what was typed is kept for another one. */
  isGone?: boolean
  takesFiles?: boolean
  action?: string
  saveLabel?: string
  before?: ComponentChildren
  after?: ComponentChildren
  buttons?: ComponentChildren
}

/** Draws a form on texts of a letter, with what was typed where it comes back. */
export function drawTextsForm(
  asked: DraftRequest,
  { steps, shown = { values: {}, errors: [] }, ...form }: FormDrawn,
): FastifyReply {
  const { reply, reader, network } = asked
  if (shown.errors.length > 0) reply.code(422)
  if (form.isClash || form.isGone) reply.code(409)
  return drawNetworkPage(asked, {
    title: form.title,
    description: reader.t('newsletter.issues.lead'),
    path: ['/newsletter/draft', ...steps.map(encodeURIComponent)].join('/'),
    noindex: true,
    children: <TextsForm network={network} shown={shown} {...form} />,
  })
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ComponentChildren } from 'preact'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { Pages, Visit } from '../../platform/http/visit.ts'
import type { PlainMessageKey } from '../../platform/i18n/translate.ts'
import { parameterOf } from '../../platform/input/parameters.ts'
import { isSure } from '../../platform/personal-data/sure.ts'
import { ErasureQuestion } from '../../ui/blocks/erasure-question.tsx'
import { type Message, MessagePage } from '../../ui/blocks/message-page.tsx'
import { loadNetworkRequest, type NetworkRequest, renderNetworkPage } from './frame.tsx'

/** A request by a secret link: its address, `…/:token`, gives access to a person without an account. */
export interface LinkRequest extends NetworkRequest {
  token: string
  /** The address of the page that the link opens, without the suffixes of its forms. */
  address: string
}

/** The network and the secret in the address; the caller finds the recipient of the secret. */
export async function loadLinkRequest(visit: Visit): Promise<LinkRequest> {
  const { request } = visit
  return {
    ...(await loadNetworkRequest(visit)),
    token: parameterOf(request.params, 'token') ?? '',
    address: addressOf(request),
  }
}

function addressOf({ routeOptions, params }: FastifyRequest): string {
  const [place = ''] = /^.*\/:token/.exec(routeOptions.url ?? '') ?? []
  return place.replaceAll(/:(\w+)/g, (_, name: string) => parameterOf(params, name) ?? '')
}

interface SecretPage {
  title: string
  description: string
  status?: number
  children: ComponentChildren
}

/** Sends a page whose address gives access as a person: no other page may learn it, and nothing caches it. */
export function renderSecretPage(visit: NetworkRequest, rendered: SecretPage): FastifyReply {
  const { reply } = visit
  reply.header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex')
  return renderNetworkPage(visit, { ...rendered, path: '', noindex: true, isApart: true, isNeverKept: true })
}

interface EndedPage extends Message {
  title: string
  /** The title by default. */
  description?: string
  /** The title by default. */
  heading?: string
  /** 410 for a link that has ended. */
  status?: number
}

/** Says why a link has ended, and where to go on. */
export function renderEnded(
  visit: NetworkRequest,
  { title, description = title, heading = title, status, ...message }: EndedPage,
): FastifyReply {
  return renderSecretPage(visit, {
    title,
    description,
    status,
    children: <MessagePage title={heading} {...message} />,
  })
}

interface Erasure<V> {
  /** Finds the holder of the link; refuses others. */
  open(visit: Visit): Promise<V>
  /** What is erased, and what is not, in sentences. */
  goes: PlainMessageKey | ((visit: V) => PlainMessageKey)
  stays: PlainMessageKey
  /** Erases it, in the transaction of `visit.writing`. */
  erase(visit: V): Promise<unknown>
  /** The text of the last page. */
  erased(visit: V): EndedPage
}

/** Adds the erasure of the data about the holder of a link: the first press asks, the second erases, and the link ends. */
export function addErasure<V extends LinkRequest>(
  pages: Pages,
  place: string,
  { open, goes, stays, erase, erased }: Erasure<V>,
): void {
  pages.post(`${place}/erasure`, open, async (visit) => {
    const { t } = visit.reader
    if (!isSure(visit.request.body))
      return renderErasureQuestion(visit, {
        goes: t(typeof goes === 'function' ? goes(visit) : goes),
        stays: t(stays),
      })
    await inTransaction(visit.writing, (writing) => erase({ ...visit, writing }))
    return renderEnded(visit, erased(visit))
  })
}

function renderErasureQuestion(visit: LinkRequest, words: { goes: string; stays: string }): FastifyReply {
  const { reader, address } = visit
  const title = reader.t('ui.erasure.title')
  return renderSecretPage(visit, {
    title,
    description: title,
    children: <ErasureQuestion {...words} action={`${address}/erasure`} back={address} />,
  })
}

/** Redirects from a page whose address gives access as a person. */
export function redirectAfterPost(reply: FastifyReply, address: string): FastifyReply {
  return reply.header('referrer-policy', 'no-referrer').redirect(address, 303)
}

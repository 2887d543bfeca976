import type { Context } from '../../../platform/context/context.ts'
import type { Application } from '../../../platform/http/application.ts'

export async function replyAddressFor(
  _context: Context,
  _application: Pick<Application, 'settings'>,
  _askedId: string,
): Promise<{ replyTo: string; cutLine: true } | null> {
  return null
}

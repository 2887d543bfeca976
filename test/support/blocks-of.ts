import { CompiledQuery, type KyselyPlugin } from 'kysely'
import type { Context } from '../../src/platform/context/context.ts'

/** The blocks that the statements of some work read, in memory or not, each statement by itself. The work is done twice. */
export async function blocksOf(
  context: Context,
  work: (context: Context) => Promise<unknown>,
): Promise<number[]> {
  const statements: CompiledQuery[] = []
  const plugin: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      statements.push(context.database.getExecutor().compileQuery(node, queryId))
      return node
    },
    transformResult: async ({ result }) => result,
  }
  await work({ ...context, database: context.database.withPlugin(plugin) as Context['database'] })
  const blocks: number[] = []
  for (const { sql: text, parameters } of statements) {
    const explained = CompiledQuery.raw(`explain (analyze, buffers, format json) ${text}`, [...parameters])
    const { rows } = await context.database.executeQuery<{
      'QUERY PLAN': [{ Plan: Record<string, number> }]
    }>(explained)
    const plan = rows[0]?.['QUERY PLAN'][0].Plan
    blocks.push((plan?.['Shared Hit Blocks'] ?? 0) + (plan?.['Shared Read Blocks'] ?? 0))
  }
  return blocks
}

import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import type { Clock } from '../context/clock.ts'
import { readForwarded } from '../http/forwarded.ts'
import { describeSettings } from '../settings/describe-settings.ts'
import { isLoopback } from '../settings/loopback.ts'
import { readRelease } from '../settings/release.ts'
import type { Settings } from '../settings/settings.ts'
import { bytesInWords, type Finding } from './finding.ts'

const leastFreeBytes = 500e6

/** The release, the run time, the disk and the settings of the process that answers. */
export async function examineProcess(settings: Settings, clock: Clock): Promise<Finding[]> {
  const inForce = Object.entries(describeSettings(settings)).map(([name, value]) => `${name}=${value}`)
  return [
    { subject: 'release', says: `entente ${readRelease()} on Node ${process.versions.node}`, remedy: null },
    { subject: 'settings', says: inForce.join(' '), remedy: proxyRemedy(settings, clock) },
    await examineDisk(settings.dataDir),
  ]
}

// Behind a proxy that is not trusted, all visitors share the address, and the allowance, of the proxy.
function proxyRemedy(settings: Settings, clock: Clock): string | null {
  const { baseUrl, trustProxy } = settings
  const forwarded = readForwarded(settings, clock)
  if (forwarded !== null && trustProxy !== true) {
    const { header, from, at } = forwarded
    const come = `a request with the header ${header} came from ${from} on ${at}, whom TRUST_PROXY=${trustProxy} does not name`
    return `${come}: all visitors share its address and its limits. Set TRUST_PROXY=${isLoopback(from) ? 'loopback' : from}, have the proxy send X-Forwarded-For, and remove ${settings.dataDir}/forwarded.json; where no proxy stands before this server, remove that file alone`
  }
  if (!baseUrl.startsWith('https:') || trustProxy !== false) return null
  return 'BASE_URL is https, so a proxy stands before this server: name its address in TRUST_PROXY'
}

async function examineDisk(dataDir: string): Promise<Finding> {
  const subject = 'disk'
  if (!existsSync(dataDir)) return { subject, says: `${dataDir} does not exist yet`, remedy: null }
  const { bavail, bsize } = await statfs(dataDir)
  const free = bavail * bsize
  const remedy =
    free < leastFreeBytes
      ? `free ${bytesInWords(leastFreeBytes)} at least: snapshots and backups need it`
      : null
  return { subject, says: `${bytesInWords(free)} free for ${dataDir}`, remedy }
}

import { crc32, deflateRawSync } from 'node:zlib'

/** An archive of these parts, packed; `says` is the unpacked size that it claims for a part. */
export function zipOf(
  parts: Record<string, string | Uint8Array>,
  says?: (bytes: number) => number,
): Uint8Array {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(typeof content === 'string' ? Buffer.from(content) : content)
    const packed = deflateRawSync(bytes)
    const described = Buffer.alloc(22)
    described.writeUInt16LE(20, 0)
    described.writeUInt16LE(0x0800, 2)
    described.writeUInt16LE(8, 4)
    described.writeUInt32LE(crc32(bytes), 10)
    described.writeUInt32LE(packed.length, 14)
    described.writeUInt32LE(says ? says(bytes.length) : bytes.length, 18)
    const [encoded, length] = [Buffer.from(name), Buffer.alloc(4)]
    length.writeUInt16LE(encoded.length)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), described, length, encoded, packed])
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), described, length, place, encoded)
    pieces.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(pieces.length, 8)
  end.writeUInt16LE(pieces.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...pieces, central, end]))
}

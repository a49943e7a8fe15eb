/// Finds which of many terms occur in a text, in one pass over it (Aho and Corasick).
///
/// Bytes that no term has share one class, so that a state costs a few hundred bytes.
struct TermIndex: Sendable {
  /// By byte: its class; 0 = in no term.
  private let classes: [UInt8]
  private let width: Int
  /// `next[state * width + class]`.
  private let next: [Int32]
  /// By state: the terms that end there.
  private let ends: [[Int32]]
  private let terms: [[UInt8]]

  /// - Complexity: O(total length of the terms · classes)
  init(_ searched: [SearchText]) {
    let terms = searched.map { $0.folded }
    var classes = [UInt8](repeating: 0, count: 256)
    var width = 1
    for byte in terms.joined() where classes[Int(byte)] == 0 {
      classes[Int(byte)] = UInt8(width)
      width += 1
    }
    var next = [Int32](repeating: -1, count: width)
    var ends: [[Int32]] = [[]]
    for (index, term) in terms.enumerated() where !term.isEmpty {
      var state = 0
      for byte in term {
        let slot = state * width + Int(classes[Int(byte)])
        if next[slot] < 0 {
          next[slot] = Int32(ends.count)
          next.append(contentsOf: repeatElement(-1, count: width))
          ends.append([])
        }
        state = Int(next[slot])
      }
      ends[state].append(Int32(index))
    }
    // Breadth first: every state falls back to the longest end of it that begins a term.
    var fallback = [Int32](repeating: 0, count: ends.count)
    var queue: [Int] = []
    for letter in 0..<width {
      if next[letter] < 0 {
        next[letter] = 0
      } else {
        queue.append(Int(next[letter]))
      }
    }
    var head = 0
    while head < queue.count {
      let state = queue[head]
      head += 1
      let back = Int(fallback[state])
      ends[state] += ends[back]
      for letter in 0..<width {
        let target = next[state * width + letter]
        if target < 0 {
          next[state * width + letter] = next[back * width + letter]
        } else {
          fallback[Int(target)] = next[back * width + letter]
          queue.append(Int(target))
        }
      }
    }
    self.classes = classes
    self.width = width
    self.next = next
    self.ends = ends
    self.terms = terms
  }

  /// The positions of the terms that occur as words of their own, ascending, each once.
  ///
  /// - Complexity: O(length of the text + hits)
  func matches(in text: SearchText) -> [Int] {
    var found: Set<Int> = []
    let bytes = text.folded
    var state = 0
    bytes.withUnsafeBufferPointer { bytes in
      next.withUnsafeBufferPointer { next in
        classes.withUnsafeBufferPointer { classes in
          for index in bytes.indices {
            state = Int(next[state * width + Int(classes[Int(bytes[index])])])
            if ends[state].isEmpty { continue }
            for term in ends[state] {
              let length = terms[Int(term)].count
              if SearchText.isWord(from: index + 1 - length, to: index + 1, in: bytes) {
                found.insert(Int(term))
              }
            }
          }
        }
      }
    }
    return found.sorted()
  }
}

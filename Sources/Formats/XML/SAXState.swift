import CLibXML2

/// What the parser's callbacks read and write: a plain structure behind the user-data pointer.
struct SAXState {
  /// How parsing ended, where libxml2 itself cannot tell.
  enum Stop {
    case none
    /// The needed part is read; the remainder begins at `stopPosition`.
    case remainder
    /// The root's end tag was read; it ends at `stopPosition`.
    case rootEnd
    case unknownRoot
    case entityDeclaration
    case undefinedEntity
    case swallowedDeclaration
    case fatal
  }

  static let maximumDepth = 512
  private static let slots = 2048

  var context: xmlParserCtxtPtr
  var captured = CapturedFields()
  let entity = SAXEntity()

  // The compiled map, copied to plain memory.
  let transitions: UnsafeMutablePointer<UInt16>
  let attributeFields: UnsafeMutablePointer<UInt16>
  let nodes: UnsafeMutablePointer<FieldMap.Node>
  let nameCount: Int
  private let nameTable: [String]

  // Interned name pointer → number, open addressing; bounded, since hostile documents may hold any
  // number of names.
  private let slotPointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>
  private let slotNumbers: UnsafeMutablePointer<UInt16>
  private var usedSlots = 0

  // The place in the document.
  let nodeStack: UnsafeMutablePointer<UInt16>
  let textStarts: UnsafeMutablePointer<Int>
  var depth = 0
  var skipDepth = 0
  var capturing = 0
  var root = 0
  /// Whether a child of the root that no path names ends the needed part.
  var stopsAtRemainder = false
  /// Children of the root from this node number on belong to the remainder.
  let remainderNodes: UnsafeMutablePointer<Bool>

  // The outcome.
  var start: UnsafePointer<UInt8>
  var stop = Stop.none
  var stopPosition = 0
  var hasDoctype = false
  var fault = ""
  var faultCode: Int32 = 0
  var unknownName = ""

  init(context: xmlParserCtxtPtr, map: FieldMap, remainder: [String]) {
    self.context = context
    nameCount = map.names.count
    nameTable = map.names
    transitions = .allocate(capacity: map.transitions.count)
    transitions.initialize(from: map.transitions, count: map.transitions.count)
    attributeFields = .allocate(capacity: map.attributeFields.count)
    attributeFields.initialize(from: map.attributeFields, count: map.attributeFields.count)
    nodes = .allocate(capacity: map.nodes.count)
    nodes.initialize(from: map.nodes, count: map.nodes.count)
    remainderNodes = .allocate(capacity: map.nodes.count)
    remainderNodes.initialize(repeating: false, count: map.nodes.count)
    for path in remainder {
      var node = 0
      for step in path.split(separator: "/") {
        guard let number = map.names.firstIndex(of: String(step)) else { continue }
        node = Int(map.transitions[node * map.names.count + number])
      }
      remainderNodes[node] = true
    }
    slotPointers = .allocate(capacity: SAXState.slots)
    slotPointers.initialize(repeating: nil, count: SAXState.slots)
    slotNumbers = .allocate(capacity: SAXState.slots)
    slotNumbers.initialize(repeating: 0, count: SAXState.slots)
    nodeStack = .allocate(capacity: SAXState.maximumDepth + 1)
    nodeStack.initialize(repeating: 0, count: SAXState.maximumDepth + 1)
    textStarts = .allocate(capacity: SAXState.maximumDepth + 1)
    textStarts.initialize(repeating: 0, count: SAXState.maximumDepth + 1)
    start = UnsafePointer(nodeStack).withMemoryRebound(to: UInt8.self, capacity: 1) { $0 }
  }

  func deallocate() {
    captured.deallocate()
    entity.deallocate()
    transitions.deallocate()
    attributeFields.deallocate()
    nodes.deallocate()
    remainderNodes.deallocate()
    slotPointers.deallocate()
    slotNumbers.deallocate()
    nodeStack.deallocate()
    textStarts.deallocate()
  }

  mutating func begin(at start: UnsafePointer<UInt8>, stopsAtRemainder: Bool) {
    self.start = start
    self.stopsAtRemainder = stopsAtRemainder
    captured.removeAll()
    depth = 0
    skipDepth = 0
    capturing = 0
    root = 0
    stop = .none
    stopPosition = 0
    hasDoctype = false
    fault = ""
    faultCode = 0
    unknownName = ""
  }

  /// The number of a name that libxml2 interned; its address stands for it.
  @inline(__always)
  mutating func number(_ name: UnsafePointer<xmlChar>) -> Int {
    var slot = Int(bitPattern: name) >> 3 & (SAXState.slots - 1)
    while true {
      let pointer = slotPointers[slot]
      if pointer == name { return Int(slotNumbers[slot]) }
      if pointer == nil { return addName(name, slot) }
      slot = (slot + 1) & (SAXState.slots - 1)
    }
  }

  private mutating func addName(_ name: UnsafePointer<xmlChar>, _ slot: Int) -> Int {
    let text = String(cString: name)
    let number = nameTable.firstIndex(of: text) ?? 0
    if usedSlots < SAXState.slots / 2 {
      slotPointers[slot] = name
      slotNumbers[slot] = UInt16(number)
      usedSlots += 1
    }
    return number
  }

  /// The place of the parser in the bytes, just behind what it has read.
  @inline(__always)
  var position: Int {
    guard let input = context.pointee.input, let current = input.pointee.cur else { return 0 }
    return current - start
  }
}

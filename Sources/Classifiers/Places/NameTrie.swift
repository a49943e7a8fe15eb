/// What a name in an address can stand for.
struct NamedPlace: Sendable {
  enum Kind: UInt8, Sendable { case country, province, city, county, park }

  var kind: Kind
  /// Whether the name is without its kind (宿州 for 宿州市).
  var isStem = false
  /// Today's code; of a country, its place in ``CountryNames/list``.
  var code: Int32
  /// Today's city and province; a county without a city has its province for both.
  var city: Int32 = 0
  var province: Int32 = 0
  /// The former code, if the name is a former one; 0 for today's.
  var formerCode: Int32 = 0

  var isHistorical: Bool { formerCode != 0 && kind != .park }
}

/// All names an address can begin with, in a tree by Unicode scalar.
///
/// Built once; reading allocates nothing. Edges of a node lie sorted in one array:
///
///     node n: scalars[firstEdge[n] ..< firstEdge[n + 1]] → targets[…]
///
/// - Complexity: O(length × log branches) a look-up.
struct NameTrie: Sendable {
  private var firstEdge: [Int32] = []
  private var scalars: [UInt32] = []
  private var targets: [Int32] = []
  private var firstPlace: [Int32] = []
  private(set) var places: [NamedPlace] = []

  init(_ names: [(name: String, place: NamedPlace)]) {
    var children: [[UInt32: Int]] = [[:]]
    var named: [[NamedPlace]] = [[]]
    for (name, place) in names {
      var node = 0
      for scalar in name.unicodeScalars {
        if let next = children[node][scalar.value] {
          node = next
        } else {
          children.append([:])
          named.append([])
          children[node][scalar.value] = children.count - 1
          node = children.count - 1
        }
      }
      named[node].append(place)
    }
    for node in children.indices {
      firstEdge.append(Int32(scalars.count))
      firstPlace.append(Int32(places.count))
      for (scalar, target) in children[node].sorted(by: { $0.key < $1.key }) {
        scalars.append(scalar)
        targets.append(Int32(target))
      }
      places += named[node]
    }
    firstEdge.append(Int32(scalars.count))
    firstPlace.append(Int32(places.count))
  }

  static let root: Int32 = 0

  func child(of node: Int32, _ scalar: UInt32) -> Int32? {
    var low = Int(firstEdge[Int(node)])
    var high = Int(firstEdge[Int(node) + 1])
    while low < high {
      let middle = (low + high) / 2
      let found = scalars[middle]
      if found == scalar { return targets[middle] }
      if found < scalar { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The indices in ``places`` of what the name ending at the node stands for.
  func range(_ node: Int32) -> Range<Int> {
    Int(firstPlace[Int(node)])..<Int(firstPlace[Int(node) + 1])
  }
}

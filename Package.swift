// swift-tools-version: 6.1
import PackageDescription

// Targets stand in the order of the data: records flow down this list, imports flow up.
let package = Package(
  name: "IPAtlas",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // DEFLATE and CRC-32 (zlib1g-dev).
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    // SAX2 parsing (libxml2-dev).
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    // What a patent, an event or a register row is; depends on nothing.
    .target(name: "Records"),
    .testTarget(name: "RecordsTests", dependencies: ["Records"]),
    // Bytes of exports and registers to records.
    .target(
      name: "Formats",
      dependencies: [
        "CLibXML2", "CZlib", "Records", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .testTarget(name: "FormatsTests", dependencies: ["Formats", "Records", "CZlib"]),
  ],
  swiftLanguageModes: [.v6]
)

// swift-tools-version: 6.1
import PackageDescription

// The fuzz target links against the fuzzer's runtime, which only `make fuzz` brings.
let fuzzing: [Target] =
  Context.environment["IPATLAS_FUZZ"] == nil
  ? []
  : [
    .executableTarget(
      name: "fuzz", dependencies: ["CZlib", "Formats", "Pipelines", "Records"], path: "Tests/Fuzz",
      exclude: ["seeds.py"])
  ]

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
    // XML as a stream of events (libxml2-dev).
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    // DEFLATE and CRC-32 (zlib1g-dev).
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    // Workbooks for Excel (libxlsxwriter-dev).
    .systemLibrary(name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    // statfs(2), which tells a network file system from a disk.
    .systemLibrary(name: "CStatFS"),
    // The folder that a spawned process begins in.
    .systemLibrary(name: "CSpawn"),
    // What a patent, an event or a register row is; depends on nothing.
    .target(name: "Records"),
    // The published tables that rules cite, each with its origin and digest.
    .target(
      name: "ReferenceTables",
      dependencies: ["Records", "Yams", .product(name: "Crypto", package: "swift-crypto")],
      resources: [.copy("Tables")]),
    // Bytes → records: containers, XML, one folder a format, the office's own tables.
    .target(
      name: "Formats",
      dependencies: [
        "CLibXML2", "CZlib", "Records", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    // A synthetic city of any size in the real shapes with known answers; writes SampleData/.
    .target(name: "SampleData", dependencies: ["CZlib", "Records"]),
    // The IP database (SQLite): raw records with their source, derived tables, ledgers.
    .target(
      name: "Store",
      dependencies: [
        "CStatFS", "Records", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    // All records of one right → its state at a date; pure.
    .target(name: "Dossiers", dependencies: ["Records", "ReferenceTables"]),
    // One dossier → labels with their evidence (criteria, places); pure.
    .target(name: "Classifiers", dependencies: ["Records", "ReferenceTables", "Dossiers"]),
    // All labelled dossiers → tables.
    .target(name: "Analyses", dependencies: ["Records", "Store"]),
    // Tables → documents and feeds; the JSON Schemas beside the code are read by tests only.
    .target(
      name: "Reports", dependencies: ["CXlsxWriter", "CZlib", "Records", "Analyses"],
      exclude: ["Schemas"]),
    // A plan → a run; the only module that knows all the others.
    .target(
      name: "Pipelines",
      dependencies: [
        "CSpawn", "Records", "ReferenceTables", "Formats", "Store", "Dossiers", "Classifiers",
        "Analyses", "Reports", "Yams", .product(name: "Crypto", package: "swift-crypto"),
      ], exclude: ["Charts/render_charts.py", "Charts/requirements.txt"]),
    // The command.
    .executableTarget(
      name: "ipatlas",
      dependencies: [
        "Records", "Formats", "SampleData", "Store", "Analyses", "Reports", "Pipelines",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // A project in a temporary folder, and cities shared by tests.
    .target(
      name: "TestSupport", dependencies: ["SampleData", "Records"], path: "Tests/TestSupport"),
    // Samples cut off at thousands of places (`make soak`), in release.
    .executableTarget(
      name: "soak", dependencies: ["Formats", "Pipelines", "Records"], path: "Tests/Soak"),
    // Sixty nights of one office with faults of every kind (`make soak`), in release.
    .executableTarget(
      name: "nights",
      dependencies: [
        "Pipelines", "Records", "SampleData", "Store", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ], path: "Tests/Nights"),
    .testTarget(name: "RecordsTests", dependencies: ["Records", "TestSupport"]),
    .testTarget(name: "ReferenceTablesTests", dependencies: ["ReferenceTables", "Records"]),
    .testTarget(
      name: "FormatsTests", dependencies: ["Formats", "Records", "TestSupport", "CZlib"]),
    .testTarget(name: "SampleDataTests", dependencies: ["SampleData", "Records", "CZlib"]),
    .testTarget(
      name: "StoreTests",
      dependencies: [
        "Store", "Records", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "DossiersTests",
      dependencies: ["Dossiers", "Records", "ReferenceTables", "TestSupport"]),
    .testTarget(
      name: "ClassifiersTests",
      dependencies: ["Classifiers", "Dossiers", "ReferenceTables", "Records"]),
    .testTarget(name: "AnalysesTests", dependencies: ["Analyses", "Records", "Store"]),
    // Every command, code, key, column and published file stands in the documentation.
    .testTarget(
      name: "DocumentationTests",
      dependencies: ["Records", "Formats", "Classifiers", "Reports", "Pipelines"]),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "Analyses", "CZlib", "Records"],
      exclude: ["Golden"]),
    .testTarget(
      name: "PipelinesTests",
      dependencies: [
        "Pipelines", "TestSupport", "SampleData", "Records", "Formats", "Store", "Analyses",
        "Reports",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .testTarget(name: "ipatlasTests", dependencies: ["TestSupport", "SampleData", "Records"]),
  ] + fuzzing,
  swiftLanguageModes: [.v6]
)

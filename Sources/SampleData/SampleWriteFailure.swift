#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file or folder of the sample that could not be written.
package struct SampleWriteFailure: Error, Sendable, CustomStringConvertible {
  package let path: String
  package let errorNumber: Int32

  package var description: String {
    "could not write \(path): \(String(cString: strerror(errorNumber)))"
  }
}

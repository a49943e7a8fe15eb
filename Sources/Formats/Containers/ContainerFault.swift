import Records

/// Why a file, container or member cannot be read.
struct ContainerFault: Error {
  var code: Reject.Code
  var reason: String
}

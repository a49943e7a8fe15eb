/// A source that ends early where its bytes are cut or damaged, and then says why.
///
/// What came before the damage is given to whoever reads, since whole documents in it count.
protocol InterruptibleSource: AnyObject, ByteSource {
  /// Why the source ended before its end; nil while it has not.
  var fault: ContainerFault? { get }
}

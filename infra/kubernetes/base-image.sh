#!/bin/sh
# Makes a base image for the services without Docker, from the JDK and the C library of this machine (Linux, glibc): a
# Java runtime and a user who is not root, as a tar that Jib takes. docs/kubernetes.md says how.
#
#   JAVA_HOME=/path/to/jdk-25 infra/kubernetes/base-image.sh base.tar
set -eu
jdk=${JAVA_HOME:?must be a JDK 25}
image=$(realpath -m "${1:?names the file that gets the image}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
mkdir -p "$root/opt" "$root/etc" "$root/tmp"
chmod 1777 "$root/tmp"

"$jdk/bin/jlink" --output "$root/opt/java" --strip-debug --no-header-files --no-man-pages --add-modules \
  java.se,jdk.unsupported,jdk.incubator.vector,jdk.crypto.ec,jdk.jfr,jdk.management,jdk.naming.dns,jdk.net,jdk.zipfs
(cd "$root/opt/java/lib" && rm -f libawt_xawt.so libjawt.so libsplashscreen.so libjsound.so) # no screen, no sound

# Libraries of the system: what the runtime is linked with, and RocksDB besides.
{
  find "$root/opt/java" -type f \( -name '*.so' -o -name java \) -exec ldd {} +
  for name in libstdc++.so.6 libgcc_s.so.1 libpthread.so.0 librt.so.1 libdl.so.2 libresolv.so.2; do
    ldconfig -p | grep -F "$name " | head -1
  done
} | grep -oE '[[:space:]]/lib[^ ]*' | grep -v "$root" | sort -u | while read -r library; do
  install -D "$library" "$root$library"
done

echo 'scarlet:x:10001:10001::/tmp:/sbin/nologin' >"$root/etc/passwd"
echo 'scarlet:x:10001:' >"$root/etc/group"
echo 'hosts: files dns' >"$root/etc/nsswitch.conf"

# The image as "docker save" writes it, the same bytes for the same content.
tar --create --file "$work/layer.tar" --directory "$root" --sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 .
case $(uname -m) in x86_64) architecture=amd64 ;; aarch64) architecture=arm64 ;; *) architecture=$(uname -m) ;; esac
cat >"$work/config.json" <<EOF
{"architecture": "$architecture", "os": "linux",
 "config": {"User": "10001:10001", "Env": ["PATH=/opt/java/bin", "JAVA_HOME=/opt/java", "LANG=C.UTF-8"]},
 "rootfs": {"type": "layers", "diff_ids": ["sha256:$(sha256sum "$work/layer.tar" | cut -d' ' -f1)"]}}
EOF
echo '[{"Config": "config.json", "RepoTags": null, "Layers": ["layer.tar"]}]' >"$work/manifest.json"
tar --create --file "$image" --directory "$work" --sort=name --owner=0 --group=0 --mtime=@0 \
  manifest.json config.json layer.tar
